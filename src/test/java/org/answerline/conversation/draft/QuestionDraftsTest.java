package org.answerline.conversation.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A question that was typed before signing in: whose it is, how long it is kept, and that it is sent once. */
@UsesSharedDatabase
class QuestionDraftsTest {

    private static final String ADDRESS = "192.0.2.7";

    private final ConversationFixture desk = new ConversationFixture();
    private final QuestionDrafts drafts = desk.beans.get(QuestionDrafts.class);
    private final long anna = desk.user("Anna");
    private final long boris = desk.user("Boris");
    private final DraftKey key = DraftKey.fresh();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatWasTypedIsKeptForTheKey() {
        typed("Parcel", "Where is it?", OptionalLong.empty());
        var draft = found(key).orElseThrow();
        assertEquals("Parcel", draft.subject());
        assertEquals("Where is it?", draft.message());
        assertTrue(draft.isWaiting());
        assertTrue(draft.isFor(anna));
        assertTrue(draft.isFor(boris));
    }

    @Test
    void whatWasTypedInTheNameOfAnErasedUserIsForWhoeverSignsIn() {
        SharedDatabase.sql("delete from users where id = ?", anna);
        typed("", "Where is it?", OptionalLong.of(anna));
        var draft = found(key).orElseThrow();
        assertEquals("Where is it?", draft.message());
        assertTrue(draft.isFor(boris));
    }

    @Test
    void theIdAloneOpensNothing() {
        typed("", "Where is it?", OptionalLong.empty());
        var guessed = new DraftKey(key.id(), DraftKey.fresh().secret());
        assertEquals(Optional.empty(), found(guessed));
        assertEquals(OptionalLong.empty(), sent(guessed, anna));
        desk.beans.inTransaction(() -> drafts.keep(guessed, question("overwritten"), "s", OptionalLong.empty()));
        desk.beans.inTransaction(() -> drafts.forget(guessed));
        assertEquals("Where is it?", found(key).orElseThrow().message());
    }

    @Test
    void aDraftIsKeptForTwoHoursAfterTheLastChange() {
        typed("", "first", OptionalLong.empty());
        desk.clock.pass(QuestionDrafts.LIFE.minusSeconds(1));
        typedAgain("second");
        desk.clock.pass(QuestionDrafts.LIFE.minusSeconds(1));
        assertEquals("second", found(key).orElseThrow().message());
        desk.clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), found(key));
        assertEquals(OptionalLong.empty(), sent(key, anna));
    }

    @Test
    void oldDraftsAreDeletedWithTheirFiles() {
        typed("", "old", OptionalLong.empty());
        file(1);
        var young = DraftKey.fresh();
        desk.clock.pass(QuestionDrafts.LIFE);
        assertTrue(begun(young));
        desk.clock.pass(Duration.ofSeconds(1));
        desk.beans.inTransaction(drafts::deleteOld);
        assertEquals(
                List.of(young.id()),
                SharedDatabase.sql("select id from question_drafts").stream()
                        .map(row -> row.get("id"))
                        .toList());
        assertEquals(List.of(), SharedDatabase.sql("select id from attachments"));
    }

    @Test
    void anAddressKeepsFiftyAtMost() {
        for (int i = 0; i < 50; i++) {
            assertTrue(begun(DraftKey.fresh()));
        }
        assertFalse(begun(DraftKey.fresh()));
        assertTrue(desk.beans.returned(() -> drafts.begin(DraftKey.fresh(), "192.0.2.8")));
    }

    @Test
    void theFilesOfOneAddressLeaveSpaceForTheOthers() {
        typed("", "large files", OptionalLong.empty());
        file(1);
        SharedDatabase.sql("update attachments set size = ?", (64L << 20) - 1);
        received(key);
        var another = DraftKey.fresh();
        assertTrue(begun(another));
        assertEquals(
                FileRefusedException.Reason.ADDRESS_FULL,
                assertThrows(FileRefusedException.class, () -> received(another))
                        .reason());
        var neighbour = DraftKey.fresh();
        assertTrue(desk.beans.returned(() -> drafts.begin(neighbour, "192.0.2.8")));
        received(neighbour);
    }

    @Test
    void whenAllSpaceIsTakenItIsNotSaidThatTheVisitorHasSentTooMuch() {
        assertTrue(desk.beans.returned(() -> drafts.begin(key, "192.0.2.8")));
        file(1);
        SharedDatabase.sql("update attachments set size = ?", 512L << 20);
        var late = DraftKey.fresh();
        assertTrue(begun(late));
        assertEquals(
                FileRefusedException.Reason.FULL,
                assertThrows(FileRefusedException.class, () -> received(late)).reason());
    }

    @Test
    void onlyTheFilesThatTheFormStillNamesAreKept() {
        typed("", "with files", OptionalLong.empty());
        var kept = file(1);
        file(2);
        desk.beans.inTransaction(
                () -> drafts.keep(key, question("with a file").with(List.of(kept)), "s", OptionalLong.empty()));
        assertEquals(List.of(kept), filesOfDraft());
    }

    @Test
    void aDraftIsSentOnceHoweverOftenThisIsAsked() {
        typed("Parcel", "Where is it?", OptionalLong.empty());
        var file = file(1);
        var message = sent(key, anna);
        var waiting = desk.outbox();
        assertEquals(message, sent(key, anna));
        assertEquals(waiting, desk.outbox());
        assertEquals(1, SharedDatabase.sql("select 1 from support_messages").size());
        var stored = SharedDatabase.sql("select * from support_messages").get(0);
        assertEquals(message.getAsLong(), stored.get("id"));
        assertEquals(anna, stored.get("user_id"));
        assertEquals("Parcel", stored.get("subject"));
        assertEquals("Where is it?", stored.get("text"));
        assertEquals(
                List.of(file),
                SharedDatabase.sql("select id from attachments where support_message_id = ?", message.getAsLong())
                        .stream()
                        .map(row -> row.get("id"))
                        .toList());
    }

    @Test
    void nothingOfTheTextStaysInADraftThatWasSent() {
        typed("Parcel", "Where is it?", OptionalLong.empty());
        var message = sent(key, anna);
        var draft = found(key).orElseThrow();
        assertFalse(draft.isWaiting());
        assertEquals(message, draft.sentAs());
        assertEquals(null, draft.subject());
        assertEquals("", draft.message());
    }

    @Test
    void aSentDraftIsNeitherChangedNorForgottenNorSentByAnotherUser() {
        typed("", "Where is it?", OptionalLong.empty());
        var message = sent(key, anna);
        typedAgain("changed afterwards");
        desk.beans.inTransaction(() -> drafts.forget(key));
        assertEquals(message, found(key).orElseThrow().sentAs());
        assertEquals("", found(key).orElseThrow().message());
        assertEquals(OptionalLong.empty(), sent(key, boris));
        assertEquals(Optional.empty(), given(anna));
    }

    @Test
    void aDraftOfAFormThatWasOpenedInAUsersNameIsForThatUserOnly() {
        typed("", "Where is it?", OptionalLong.of(anna));
        assertEquals(Optional.empty(), given(boris));
        assertEquals(OptionalLong.empty(), sent(key, boris));
        assertEquals(List.of(), desk.outbox());
        assertTrue(sent(key, anna).isPresent());
    }

    @Test
    void aDraftThatWasGivenToAUserIsNobodyElses() {
        typed("", "Where is it?", OptionalLong.empty());
        file(1);
        assertEquals("Where is it?", given(anna).orElseThrow().message());
        assertEquals(
                anna,
                SharedDatabase.sql("select user_id from attachments").get(0).get("user_id"));
        assertEquals(Optional.empty(), given(boris));
        assertTrue(given(anna).isPresent());
        assertTrue(sent(key, anna).isPresent());
    }

    @Test
    void aForgottenDraftIsGoneWithItsFiles() {
        typed("", "Where is it?", OptionalLong.empty());
        file(1);
        desk.beans.inTransaction(() -> drafts.forget(key));
        assertEquals(Optional.empty(), found(key));
        assertEquals(List.of(), SharedDatabase.sql("select id from attachments"));
    }

    @Test
    void twoDraftsOfTheSameWordsAreTwoQuestions() {
        typed("", "Where is it?", OptionalLong.empty());
        var other = DraftKey.fresh();
        begun(other);
        desk.beans.inTransaction(() -> drafts.keep(other, question("Where is it?"), other.id(), OptionalLong.empty()));
        assertNotEquals(sent(key, anna), sent(other, anna));
    }

    @Test
    void theLastQuestionThatIsKeptForAGuestReplacesTheOthersWithTheirFiles() {
        typed("", "A", OptionalLong.empty());
        file(1);
        keptFor(key, anna);
        var other = DraftKey.fresh();
        begun(other);
        desk.beans.inTransaction(
                () -> drafts.keep(other, NewQuestion.typed("Parcel", "B"), other.id(), OptionalLong.empty()));
        desk.clock.pass(Duration.ofMinutes(1));
        keptFor(other, anna);
        assertEquals("B", kept(anna).orElseThrow().message());
        assertEquals(1, SharedDatabase.sql("select 1 from question_drafts").size());
        assertEquals(List.of(), SharedDatabase.sql("select id from attachments"));
    }

    @Test
    void whatIsKeptForAGuestIsNotOpenedOrChangedByItsKeyAnyMore() {
        typed("", "shown", OptionalLong.empty());
        file(1);
        keptFor(key, anna);
        typedAgain("overwritten");
        desk.beans.inTransaction(() -> drafts.forget(key));
        assertEquals(Optional.empty(), found(key));
        assertEquals(OptionalLong.empty(), sent(key, anna));
        var kept = kept(anna).orElseThrow();
        assertEquals("shown", kept.message());
        assertEquals(1, desk.beans.returned(() -> drafts.filesOf(kept)).size());
        keptFor(key, boris);
        assertEquals(Optional.empty(), kept(boris));
        desk.beans.inTransaction(() -> drafts.sendKept(drafts.lockedKept(anna).orElseThrow(), anna));
        assertEquals(Optional.empty(), kept(anna));
        assertEquals(
                "[{text=shown}]",
                SharedDatabase.sql("select text from support_messages").toString());
    }

    @Test
    void theFilesOfAQuestionThatWaitsForAConfirmationStayAsLongAsIt() {
        typed("", "with a file", OptionalLong.empty());
        file(1);
        SharedDatabase.sql("update attachments set created_at = ?", desk.now());
        desk.clock.pass(Duration.ofHours(1));
        typedAgainWith("%032x".formatted(1));
        keptFor(key, anna);
        desk.clock.pass(Duration.ofHours(23).plusMinutes(30));
        desk.beans.inTransaction(() -> desk.beans.get(Attachments.class).deleteOld());
        assertEquals(1, SharedDatabase.sql("select id from attachments").size());
        desk.clock.pass(Duration.ofHours(1));
        desk.beans.inTransaction(() -> desk.beans.get(Attachments.class).deleteOld());
        assertEquals(List.of(), SharedDatabase.sql("select id from attachments"));
    }

    private void received(DraftKey draft) {
        var content = new ByteArrayInputStream("words".getBytes(StandardCharsets.UTF_8));
        desk.beans.inTransaction(() -> {
            try {
                desk.beans
                        .get(Attachments.class)
                        .receiveForDraft(draft.id(), drafts.idsOfSameAddress(draft.id()), "a.txt", content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void keptFor(DraftKey wanted, long user) {
        desk.beans.inTransaction(() -> drafts.keepFor(wanted, user, Duration.ofHours(24), List.of()));
    }

    private Optional<QuestionDraft> kept(long user) {
        return desk.beans.returned(() -> drafts.kept(user));
    }

    private void typedAgainWith(String file) {
        desk.beans.inTransaction(
                () -> drafts.keep(key, question("with a file").with(List.of(file)), key.id(), OptionalLong.empty()));
    }

    private void typed(String subject, String message, OptionalLong onlyFor) {
        assertTrue(begun(key));
        desk.beans.inTransaction(() -> drafts.keep(key, NewQuestion.typed(subject, message), key.id(), onlyFor));
    }

    private void typedAgain(String message) {
        desk.beans.inTransaction(() -> drafts.keep(key, question(message), key.id(), OptionalLong.empty()));
    }

    private static NewQuestion question(String message) {
        return NewQuestion.typed("", message);
    }

    private boolean begun(DraftKey newKey) {
        return desk.beans.returned(() -> drafts.begin(newKey, ADDRESS));
    }

    private Optional<QuestionDraft> found(DraftKey wanted) {
        return desk.beans.returned(() -> drafts.find(wanted));
    }

    private Optional<QuestionDraft> given(long user) {
        return desk.beans.returned(() -> drafts.give(key, user));
    }

    private OptionalLong sent(DraftKey wanted, long user) {
        return desk.beans.returned(() -> drafts.send(wanted, user));
    }

    private List<String> filesOfDraft() {
        return desk.beans.returned(() -> drafts.filesOf(drafts.find(key).orElseThrow())).stream()
                .map(Attachment::id)
                .toList();
    }

    private String file(int number) {
        var id = "%032x".formatted(number);
        SharedDatabase.sql(
                "insert into attachments (id, draft_id, place, name, type, kind, form, size, digest, state, created_at)"
                        + " values (?, ?, ?, 'n', 'image/png', 'PICTURE', 'PHOTO', 1, 'd', 'READY', now())",
                id,
                key.id(),
                number);
        return id;
    }
}
