package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.answerline.delivery.DeliveryRows;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.platform.erasure.UserDataEraser;
import org.answerline.privacy.TelegramCopies.Copy;

/** Deletes all data about a user, and has Telegram delete the bot's messages where it still does. */
@ApplicationScoped
public class Erasure {

    /**
     * Telegram lets a bot delete its messages for 48 hours; a few minutes are left for the time in the outbox.
     *
     * @see <a href="https://core.telegram.org/bots/api#deletemessage">deleteMessage</a>
     */
    private static final Duration DELETABLE = Duration.ofHours(48).minusMinutes(5);

    private static final int MOST_AT_ONCE = 100;

    /** How many questions of an erased user are named to the operator. */
    private static final int MOST_NAMED = 20;

    /** What was erased, and the ids of the files whose contents may lie in a folder. */
    public record Outcome(ErasureSummary summary, List<String> files) {}

    private final UserData data;
    private final TelegramCopies copies;
    private final DeliveryRows outbox;
    private final Iterable<? extends UserDataEraser> erasers;

    /** For the CDI proxy. */
    protected Erasure() {
        this(null, null, null, (Iterable<UserDataEraser>) null);
    }

    @Inject
    Erasure(UserData data, TelegramCopies copies, DeliveryRows outbox, Instance<UserDataEraser> erasers) {
        this(data, copies, outbox, (Iterable<UserDataEraser>) erasers);
    }

    /**
     * On these tables.
     *
     * @param erasers of all packages that keep rows about users
     */
    public Erasure(
            UserData data, TelegramCopies copies, DeliveryRows outbox, Iterable<? extends UserDataEraser> erasers) {
        this.data = data;
        this.copies = copies;
        this.outbox = outbox;
        this.erasers = erasers;
    }

    /** What there is to erase of a user. */
    public ErasureSummary summary(long userId, ErasureContext telegram, Instant now) {
        ErasedUser user = user(userId, telegram);
        return summary(user, copies(user, telegram, now));
    }

    /** Erases in one transaction: all of it, or nothing. A user who no longer exists leaves nothing to do. */
    @Transactional
    public Outcome erase(long userId, ErasureContext telegram, Instant now) {
        return erase(userId, telegram, now, true);
    }

    /**
     * The same without a message to the operators, for users who were not active for long.
     *
     * @param isInactive asked when the account is locked, because the user may have become active in the meantime; erases nothing if false
     */
    @Transactional
    Outcome expire(long userId, ErasureContext telegram, Instant now, BooleanSupplier isInactive) {
        return data.lockedEmail(userId).isPresent() && isInactive.getAsBoolean()
                ? erase(userId, telegram, now, false)
                : new Outcome(new ErasureSummary(0, 0, 0, 0), List.of());
    }

    private Outcome erase(long userId, ErasureContext telegram, Instant now, boolean isTold) {
        Optional<String> email = data.lockedEmail(userId);
        if (email.isEmpty()) {
            return new Outcome(summary(userId, telegram, now), List.of());
        }
        List<Long> questions = data.questions(userId);
        ErasedUser user = user(userId, telegram);
        List<Copy> inTelegram = copies(user, telegram, now);
        ErasureSummary summary = summary(user, inTelegram);
        erasers.forEach(eraser -> eraser.erase(user));
        List<String> files = data.delete(userId);
        eraseInTelegram(inTelegram);
        if (isTold) {
            tellOperator(questions, summary.keptAtOperator(), telegram);
        }
        return new Outcome(summary, files);
    }

    private ErasedUser user(long userId, ErasureContext telegram) {
        List<Long> messages = data.messages(userId);
        return data.user(userId, copies.chats(userId, messages, telegram), messages);
    }

    private ErasureSummary summary(ErasedUser user, List<Copy> inTelegram) {
        return ErasureSummary.of(user.messages().size(), data.files(user.id()), inTelegram);
    }

    private List<Copy> copies(ErasedUser user, ErasureContext telegram, Instant now) {
        return copies.of(user, telegram, now.minus(DELETABLE));
    }

    /** A user who asked nothing is not known to the operator. */
    private void tellOperator(List<Long> questions, long kept, ErasureContext telegram) {
        if (questions.isEmpty() && kept == 0) {
            return;
        }
        String named =
                questions.stream().limit(MOST_NAMED).map(number -> "#" + number).collect(Collectors.joining(", "));
        String all = questions.size() <= MOST_NAMED
                ? named
                : telegram.texts()
                        .get("telegram.operator.erased.more", named, Integer.toString(questions.size() - MOST_NAMED));
        outbox.add(
                telegram.operatorChat(),
                MessageKind.WORD,
                telegram.texts().get("telegram.operator.erased", all, Long.toString(kept)));
    }

    /** Through the outbox, like everything that is sent to Telegram. */
    private void eraseInTelegram(List<Copy> inTelegram) {
        var byChat = inTelegram.stream().filter(Copy::deletable).collect(Collectors.groupingBy(Copy::chatId));
        for (var chat : byChat.entrySet()) {
            List<Copy> there = chat.getValue();
            for (int from = 0; from < there.size(); from += MOST_AT_ONCE) {
                String ids = there.subList(from, Math.min(there.size(), from + MOST_AT_ONCE)).stream()
                        .map(copy -> Long.toString(copy.messageId()))
                        .collect(Collectors.joining(","));
                outbox.add(chat.getKey(), MessageKind.ERASURE, ids);
            }
        }
    }
}
