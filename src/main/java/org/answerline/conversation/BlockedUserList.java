package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.conversation.block.UserBlocks;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;

/** Tells operators whom support has blocked. */
@ApplicationScoped
@Transactional
public class BlockedUserList {

    private static final int MOST = 15;

    @Inject
    private UserBlocks blocks;

    @Inject
    private SupportMessages messages;

    @Inject
    private ConversationCards cards;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    /** Shows the blocked users, the newest block first. */
    public void show(long commandId) {
        List<UserBlocks.BlockedUser> all = blocks.all(MOST + 1);
        String lines = all.stream().limit(MOST).map(this::line).collect(Collectors.joining("\n"));
        String text = all.isEmpty()
                ? operator.texts().get("telegram.card.blocked.none")
                : operator.texts().get("telegram.card.blocked.list") + "\n\n" + lines;
        String more = all.size() > MOST ? "\n…" : "";
        outbox.put(OutboxMessage.wordOn(operator.id(), commandId, text + more));
    }

    private String line(UserBlocks.BlockedUser user) {
        String number = messages.lastQuestion(user.userId())
                .map(question -> TelegramMessageTexts.number(question.number()) + " · ")
                .orElse("");
        String block = user.block()
                .text(
                        operator.texts(),
                        "telegram.card.blocked.",
                        cards.named(user.block().operatorName()));
        return number + TelegramMessageTexts.line(user.name()) + " · " + block;
    }
}
