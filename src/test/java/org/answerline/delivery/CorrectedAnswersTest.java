package org.answerline.delivery;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.answerline.conversation.ConversationFixture.photo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.correction.AnswerEdits;
import org.answerline.conversation.correction.AnswerWithdrawals;
import org.answerline.conversation.correction.CorrectionOutcome;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.OperatorReplies;
import org.answerline.delivery.message.DeliveryContent;
import org.answerline.delivery.message.DeliveryFaults;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.send.NoticeBatchHeader;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.delivery.topic.TopicName;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user's chat shows in the end of an answer that is edited or withdrawn before, while and after its parts are sent. */
@UsesSharedDatabase
class CorrectedAnswersTest {

    private static final String WORKER = "worker-1";
    private static final String OLD = "old-words";
    private static final String NEW = "corrected";
    private static final String NEWER = "last-text";
    private static final String WITHDRAWN = "↩️ Support has withdrawn this message.";
    private static final String NOT_DELETABLE = "Bad Request: message can't be deleted for everyone";
    private static final SendResult REFUSED = new SendResult.Refused("Bad Request: wrong type");

    private final ConversationFixture desk = new ConversationFixture();
    private final long anna = desk.user("Anna");

    /** The user's chat: texts by message_id; empty for a file without a caption. */
    private final Map<Long, String> chat = new TreeMap<>();

    /** Everything that was ever sent to it. */
    private final List<String> sent = new ArrayList<>();

    /** What the operators were told. */
    private final List<String> told = new ArrayList<>();

    private final List<MessageKind> calls = new ArrayList<>();
    private long nextId = 100;
    private Optional<String> deletionRefusal = Optional.empty();
    private Optional<String> editRefusal = Optional.empty();

    @BeforeEach
    void link() {
        desk.beans
                .with(NoticeBatchHeader.class, new OutboxFixture.JoinedTexts())
                .with(TopicName.class, user -> Optional.of("Topic " + user));
        desk.link(anna, CHAT);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** An answer of two or three Telegram messages consists of this word. */
    private static String longText(String word, int messages) {
        return (word + " ")
                .repeat((messages * 4_096 - 2_000) / (word.length() + 1))
                .strip();
    }

    private SupportMessage answers(String text) {
        return assertInstanceOf(AnswerOutcome.Stored.class, desk.answer(question(), text))
                .answer();
    }

    private SupportMessage answersWithFiles(int files) {
        SupportMessage question = question();
        SupportMessage answer = assertInstanceOf(
                        AnswerOutcome.Stored.class, desk.answer(question, "caption", Optional.of(photo("album"))))
                .answer();
        for (int i = 1; i < files; i++) {
            var part = new TelegramMessageRef(OPERATORS, answer.originMessageId() + i);
            desk.beans.inTransaction(
                    () -> desk.beans.get(OperatorReplies.class).joined(FormattedText.plain(""), part, photo("album")));
        }
        SharedDatabase.sql("update deliveries set not_before = null returning id");
        return answer;
    }

    private SupportMessage question() {
        SupportMessage question = desk.ask(anna, "Question of Anna");
        carryOutAll();
        told.clear();
        return question;
    }

    private void edits(SupportMessage answer, String text) {
        var origin = new TelegramMessageRef(OPERATORS, answer.originMessageId());
        var outcome =
                desk.beans.returned(() -> desk.beans.get(AnswerEdits.class).edit(origin, FormattedText.plain(text)));
        assertInstanceOf(CorrectionOutcome.Done.class, outcome);
    }

    private void undo() {
        var outcome = desk.beans.returned(
                () -> desk.beans.get(AnswerWithdrawals.class).undo(Optional.empty(), OPERATORS, OPERATOR));
        assertInstanceOf(CorrectionOutcome.Done.class, outcome);
    }

    private List<SendBatch> claim() {
        SharedDatabase.sql("update delivery_lanes set due_at = now()");
        SharedDatabase.sql("update delivery_pace set recent = default");
        var store = desk.beans.get(OutboxStore.class);
        return desk.beans.returned(() -> {
            store.search(OutboxFixture.scan());
            return store.claim(WORKER, Set.of(), 32).batches();
        });
    }

    /** The batch for the user's chat; whatever is for the operators is carried out. */
    private SendBatch claimForUser() {
        Optional<SendBatch> own = Optional.empty();
        for (SendBatch batch : claim()) {
            if (batch.chatId() == CHAT) {
                own = Optional.of(batch);
            } else {
                carryOut(batch);
            }
        }
        return own.orElseThrow();
    }

    private void carryOutOne() {
        carryOut(claimForUser());
    }

    private void carryOutAll() {
        for (List<SendBatch> batches = claim(); !batches.isEmpty(); batches = claim()) {
            batches.forEach(this::carryOut);
            assertTrue(calls.size() < 100, calls::toString);
        }
    }

    private void carryOut(SendBatch batch) {
        record(batch, batch.chatId() == CHAT ? inUsersChat(batch) : inOperatorsChat(batch));
    }

    private void record(SendBatch batch, SendResult result) {
        desk.beans.inTransaction(() -> desk.beans.get(OutboxStore.class).record(batch, result, WORKER, false));
    }

    private SendResult inOperatorsChat(SendBatch batch) {
        if (batch.purpose() == MessageKind.RECEIPT) {
            return new SendResult.Reacted();
        }
        if (batch.purpose() == MessageKind.WORD) {
            told.add(batch.content().text());
        }
        return new SendResult.Sent(List.of(nextId++));
    }

    private SendResult inUsersChat(SendBatch batch) {
        calls.add(batch.purpose());
        DeliveryContent content = batch.first().content();
        return switch (batch.purpose()) {
            case EDIT -> edited(content.replyToMessageId(), content.text().text());
            case ERASURE -> deleted(content.messageIdsToDelete());
            default -> sent(content);
        };
    }

    private SendResult edited(long messageId, String text) {
        Optional<String> refusal =
                chat.containsKey(messageId) ? editRefusal : Optional.of("Bad Request: message to edit not found");
        if (refusal.isPresent()) {
            return new SendResult.GivenUp(refusal.get());
        }
        chat.put(messageId, text);
        return new SendResult.Reacted();
    }

    private SendResult deleted(List<Long> messageIds) {
        if (deletionRefusal.isEmpty()) {
            chat.keySet().removeAll(messageIds);
        }
        return new SendResult.Deleted(deletionRefusal);
    }

    private SendResult sent(DeliveryContent content) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < Math.max(1, content.files().size()); i++) {
            String text = i == 0 ? content.text().text() : "";
            chat.put(nextId, text);
            sent.add(text);
            ids.add(nextId++);
        }
        return new SendResult.Sent(ids);
    }

    private static int count(String word, String text) {
        return (text.length() - text.replace(word, "").length()) / word.length();
    }

    /** The chat shows exactly the text of this word, in this number of messages. */
    private void assertShown(SupportMessage answer, String word, int messages) {
        assertEquals(messages, chat.size(), chat::toString);
        String all = String.join(" ", chat.values());
        assertEquals(count(word, longText(word, messages)), count(word, all), chat::toString);
        for (String other : Set.of(OLD, NEW, NEWER)) {
            assertTrue(other.equals(word) || !all.contains(other), chat::toString);
        }
        assertEquals("DELIVERED", desk.delivery(answer));
    }

    private void assertWithdrawn(SupportMessage answer) {
        assertEquals(Map.of(), chat);
        assertEquals("WITHDRAWN", desk.delivery(answer));
        assertEquals(List.of(), told);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anAnswerThatIsEditedBetweenItsPartsIsShownAsItIsNow(int messages) {
        SupportMessage answer = answers(longText(OLD, 3));
        carryOutOne();
        edits(answer, longText(NEW, messages));
        carryOutAll();
        assertShown(answer, NEW, messages);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anAnswerThatIsEditedWhileItsFirstPartIsSentIsShownAsItIsNow(int messages) {
        SupportMessage answer = answers(longText(OLD, 3));
        SendBatch first = claimForUser();
        edits(answer, longText(NEW, messages));
        carryOut(first);
        carryOutAll();
        assertShown(answer, NEW, messages);
    }

    @Test
    void anAnswerThatIsEditedBeforeAnyPartIsSentArrivesAsItIsNow() {
        SupportMessage answer = answers(longText(OLD, 3));
        edits(answer, longText(NEW, 2));
        carryOutAll();
        assertShown(answer, NEW, 2);
        assertEquals(2, sent.size());
    }

    @Test
    void anEditWhileTheFurtherPartOfTheLastOneWaitsSendsNothingTwice() {
        SupportMessage answer = answers(longText(OLD, 1));
        carryOutAll();
        edits(answer, longText(NEW, 2));
        edits(answer, longText(NEWER, 2));
        carryOutAll();
        assertShown(answer, NEWER, 2);
        assertEquals(2, sent.size());
    }

    @Test
    void anAnswerThatWasEditedAfterItsEndHadFailedIsShownAsItIsNowWhenThatIsSentAgain() {
        SupportMessage answer = answers(longText(OLD, 2));
        carryOutOne();
        record(claimForUser(), new SendResult.ChatClosed("Forbidden: bot was blocked by the user"));
        assertEquals("FAILED", desk.delivery(answer));
        edits(answer, longText(NEW, 2));
        desk.beans.inTransaction(
                () -> new DeliveryRows(desk.beans.get(JdbcClient.class)).retryAnswers(Map.of(answer.id(), CHAT)));
        carryOutAll();
        assertShown(answer, NEW, 2);
    }

    @Test
    void whatWaitsOfAnAnswerIsNotSentAfterItsWithdrawal() {
        SupportMessage answer = answers(longText(OLD, 3));
        undo();
        carryOutAll();
        assertWithdrawn(answer);
        assertEquals(List.of(), sent);
    }

    @Test
    void theFurtherPartsOfAnAnswerAreNotSentAfterItsWithdrawal() {
        SupportMessage answer = answers(longText(OLD, 3));
        carryOutOne();
        undo();
        carryOutAll();
        assertWithdrawn(answer);
        assertEquals(1, sent.size());
    }

    @Test
    void theFurtherPartsOfAnAnswerThatIsBeingSentAreNotSentAfterItsWithdrawal() {
        SupportMessage answer = answers(longText(OLD, 3));
        SendBatch first = claimForUser();
        undo();
        carryOut(first);
        carryOutAll();
        assertWithdrawn(answer);
        assertEquals(1, sent.size());
    }

    @Test
    void theFurtherPartsOfAnAnswerThatIsTriedAgainAreNotSentAfterItsWithdrawal() {
        SupportMessage answer = answers(longText(OLD, 3));
        record(claimForUser(), new SendResult.Unavailable());
        undo();
        carryOutAll();
        assertWithdrawn(answer);
        assertTrue(sent.size() <= 1, sent::toString);
    }

    @Test
    void whatFailsOfAWithdrawnAnswerIsNotSentByARetry() {
        SupportMessage answer = answers(longText(OLD, 2));
        SendBatch first = claimForUser();
        undo();
        record(first, new SendResult.ChatClosed("Forbidden: bot was blocked by the user"));
        var rows = new DeliveryRows(desk.beans.get(JdbcClient.class));
        assertEquals(List.of(), desk.beans.returned(() -> rows.failedMessages(List.of())));
        carryOutAll();
        assertWithdrawn(answer);
        assertEquals(List.of(), sent);
    }

    @Test
    void aPendingEditIsNotMadeAfterAWithdrawal() {
        SupportMessage answer = answers(longText(OLD, 3));
        SendBatch first = claimForUser();
        edits(answer, longText(NEW, 4));
        undo();
        carryOut(first);
        carryOutAll();
        assertWithdrawn(answer);
        assertEquals(1, sent.size());
    }

    @Test
    void filesThatAreSentOneByOneEndWithTheOneThatIsBeingSent() {
        SupportMessage answer = answersWithFiles(3);
        record(claimForUser(), REFUSED);
        carryOutOne();
        SendBatch second = claimForUser();
        undo();
        carryOut(second);
        carryOutAll();
        assertWithdrawn(answer);
        assertEquals(
                List.of("caption", ""),
                sent.stream().map(CorrectedAnswersTest::words).toList());
    }

    @Test
    void theFileThatArrivedBeforeAnotherWasRefusedIsDeletedToo() {
        SupportMessage answer = answersWithFiles(2);
        record(claimForUser(), REFUSED);
        carryOutOne();
        for (int i = 0; desk.delivery(answer).equals("WAITING"); i++) {
            assertTrue(i < 9, "the second file does not end");
            record(claimForUser(), new SendResult.OutcomeUnknown("timeout", true));
        }
        assertEquals(1, chat.size());
        carryOutAll();
        told.clear();
        undo();
        carryOutAll();
        assertWithdrawn(answer);
    }

    /** Without the line above the text of each answer. */
    private static String words(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    @Test
    void eachPartThatIsNotDeletedIsReplaced() {
        answers(longText(OLD, 3));
        carryOutAll();
        deletionRefusal = Optional.of(NOT_DELETABLE);
        undo();
        carryOutAll();
        assertEquals(List.of(WITHDRAWN, WITHDRAWN, WITHDRAWN), List.copyOf(chat.values()));
        assertEquals(List.of(), told);
    }

    @Test
    void anAnswerWhoseDeletionStaysUnclearIsReplaced() {
        answers(longText(OLD, 1));
        carryOutAll();
        undo();
        for (int i = 0; i < DeliveryFaults.MANY; i++) {
            SendBatch deletion = claimForUser();
            assertEquals(MessageKind.ERASURE, deletion.purpose());
            record(deletion, new SendResult.OutcomeUnknown("timeout", true));
        }
        carryOutAll();
        assertEquals(List.of(WITHDRAWN), List.copyOf(chat.values()));
        assertEquals(List.of(), told);
    }

    @Test
    void thePartThatWasBeingSentIsReplacedIfItIsNotDeleted() {
        answers(longText(OLD, 2));
        SendBatch first = claimForUser();
        deletionRefusal = Optional.of(NOT_DELETABLE);
        undo();
        carryOut(first);
        carryOutAll();
        assertEquals(List.of(WITHDRAWN), List.copyOf(chat.values()));
        assertEquals(List.of(), told);
    }

    @Test
    void theCaptionOfAnAlbumThatIsNotDeletedIsReplaced() {
        answersWithFiles(3);
        carryOutAll();
        deletionRefusal = Optional.of(NOT_DELETABLE);
        undo();
        carryOutAll();
        assertEquals(List.of(WITHDRAWN, "", ""), List.copyOf(chat.values()));
        assertEquals(List.of(), told);
    }

    @Test
    void anOperatorIsToldOnceOfAnAnswerThatIsNeitherDeletedNorReplaced() {
        answers(longText(OLD, 3));
        carryOutAll();
        deletionRefusal = Optional.of(NOT_DELETABLE);
        editRefusal = Optional.of("Bad Request: message can't be edited");
        calls.clear();
        undo();
        carryOutAll();
        assertEquals(List.of(MessageKind.ERASURE, MessageKind.EDIT, MessageKind.EDIT, MessageKind.EDIT), calls);
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).contains("Anna still has this answer in Telegram"), told::toString);
    }

    @Test
    void whatTheUserHasDeletedIsNotReplaced() {
        answers(longText(OLD, 2));
        carryOutAll();
        chat.clear();
        deletionRefusal = Optional.of("Bad Request: message to delete not found");
        calls.clear();
        undo();
        carryOutAll();
        assertEquals(List.of(MessageKind.ERASURE), calls);
        assertEquals(List.of(), told);
    }

    @Test
    void theEndOfALongerAnswerThatWasNotDeletedIsWithdrawnWithIt() {
        SupportMessage answer = answers(longText(OLD, 2));
        carryOutAll();
        deletionRefusal = Optional.of(NOT_DELETABLE);
        edits(answer, longText(NEW, 1));
        carryOutAll();
        assertEquals(2, chat.size());
        assertTrue(told.get(0).contains("Anna still has the end of the earlier text"), told::toString);
        deletionRefusal = Optional.empty();
        told.clear();
        undo();
        carryOutAll();
        assertWithdrawn(answer);
    }
}
