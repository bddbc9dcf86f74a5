package org.answerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.UserRows;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.rating.RatingRows;
import org.answerline.conversation.team.ConversationTransfer;
import org.answerline.delivery.UserDeliveries;
import org.answerline.delivery.topic.TopicRows;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.config.Settings;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose conversation can be taken along into an account, and what comes with it. */
@UsesSharedDatabase
class GuestTransferTest {
    private final ConversationFixture desk = new ConversationFixture("SUPPORT_GUESTS", "on");
    private final long anna = desk.user("Anna");
    private final long guest = guest("anna@EXAMPLE.org", true);
    private final GuestTransfer transfer = new GuestTransfer(
            desk.beans.get(UserRows.class),
            List.of(
                    desk.beans.get(MessageRows.class),
                    desk.beans.get(AttachmentRows.class),
                    desk.beans.get(RatingRows.class),
                    desk.beans.get(TelegramLinkRows.class),
                    desk.beans.get(TopicRows.class),
                    desk.beans.get(UserDeliveries.class),
                    desk.beans.get(ConversationTransfer.class)),
            desk.beans.get(Settings.class),
            desk.clock);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void messagesFilesAndTelegramComeAlongAndTheGuestIsGone() {
        var own = desk.ask(anna, "Asked with the account");
        var asked = desk.ask(guest, "Asked as a guest");
        var file = desk.file(asked, "DOCUMENT", "plan.pdf", 10);
        desk.link(guest, 700);
        assertTrue(isPossible(anna));
        takeAlong(anna);
        assertEquals(anna, desk.row(asked).get("user_id"));
        assertEquals(anna, desk.row(own).get("user_id"));
        assertEquals(anna, one("select user_id from attachments where id = '" + file + "'"));
        assertEquals(anna, one("select user_id from user_telegram_links where telegram_chat_id = 700"));
        assertEquals(anna, one("select distinct topic_user_id from deliveries where state = 'WAITING'"));
        assertEquals(List.of(), SharedDatabase.sql("select 1 from users where id = ?", guest));
        assertFalse(isPossible(anna));
        takeAlong(anna);
    }

    @Test
    void anAccountKeepsItsOwnTelegramAndTopic() {
        desk.link(guest, 700);
        desk.link(anna, 701);
        SharedDatabase.sql("insert into operator_topics (chat_id, user_id, name, thread_id) values" + " (-5, " + anna
                + ", 'a', 1), (-5, " + guest + ", 'g', 2), (-6, " + guest + ", 'g', 3)");
        takeAlong(anna);
        assertEquals(701L, one("select telegram_chat_id from user_telegram_links"));
        assertEquals(
                "[{chat_id=-6, user_id=" + anna + "}, {chat_id=-5, user_id=" + anna + "}]",
                SharedDatabase.sql("select chat_id, user_id from operator_topics order by chat_id")
                        .toString());
    }

    @Test
    void theTopicOfAGuestIsDeletedWithTheAccountThatHasAnother() {
        long another = guest("anna@example.org", true);
        SharedDatabase.sql("insert into operator_topics (chat_id, user_id, name, thread_id) values (-5, " + anna
                + ", 'a', 1), (-5, " + guest + ", 'g', 2), (-5, " + another + ", 'h', 3), (-6, " + another
                + ", 'h', null)");
        takeAlong(anna);
        desk.beans.inTransaction(
                () -> desk.beans.get(UserDeliveries.class).erase(new ErasedUser(anna, "", "", List.of(), List.of())));
        assertEquals(
                "[{chat_id=-5, text=1}, {chat_id=-5, text=2}, {chat_id=-5, text=3}]",
                SharedDatabase.sql("select chat_id, text from deliveries where purpose = 'TOPIC_ERASURE' order by text")
                        .toString());
        assertEquals(List.of(), SharedDatabase.sql("select 1 from former_topics"));
        assertEquals(List.of(), SharedDatabase.sql("select 1 from operator_topics"));
    }

    @Test
    void anAddressThatIsNotConfirmedOnBothSidesProvesNothing() {
        guest("boris@example.org", false);
        long boris = desk.user("Boris");
        assertFalse(isPossible(boris));
        SharedDatabase.sql("update users set email_confirmed_at = null where id = ?", anna);
        assertFalse(isPossible(anna));
        takeAlong(anna);
        takeAlong(boris);
        assertEquals(2, SharedDatabase.sql("select 1 from users where guest").size());
    }

    /** Earlier versions took such addresses, and what was sent to them went to another mailbox. */
    @Test
    void anAddressToWhichNoEmailCanBeSentProvesNothing() {
        guest("j\u00F6rg@example.org", true);
        long joerg = desk.user("Joerg");
        SharedDatabase.sql("update users set email = 'j\u00F6rg@example.org' where id = ?", joerg);
        assertFalse(isPossible(joerg));
        takeAlong(joerg);
        assertEquals(2, SharedDatabase.sql("select 1 from users where guest").size());
    }

    @Test
    void anotherAddressABlockedGuestAndAGuestTakeNothingAlong() {
        long clara = desk.user("Clara");
        assertFalse(isPossible(clara));
        takeAlong(clara);
        assertFalse(isPossible(guest));
        takeAlong(guest);
        SharedDatabase.sql("update users set blocked_at = now() where id = ?", guest);
        assertFalse(isPossible(anna));
        takeAlong(anna);
        assertEquals(1, SharedDatabase.sql("select 1 from users where guest").size());
    }

    @Test
    void anOpenQuestionOfTheAccountStaysOpen() {
        var open = desk.ask(anna, "Asked with the account");
        var closed = desk.ask(guest, "Closed without an answer");
        closed(guest, closed.id());
        takeAlong(anna);
        assertEquals(open.id() - 1, closedThrough());
        assertEquals(anna, one("select user_id from conversations"));
    }

    @Test
    void anOpenQuestionOfTheGuestStaysOpen() {
        var open = desk.ask(guest, "Asked as a guest");
        closed(anna, desk.ask(anna, "Closed without an answer").id());
        takeAlong(anna);
        assertEquals(open.id() - 1, closedThrough());
    }

    @Test
    void whatWasClosedOnBothSidesStaysClosed() {
        closed(anna, desk.ask(anna, "Closed first").id());
        var last = desk.ask(guest, "Closed last");
        closed(guest, last.id());
        takeAlong(anna);
        assertEquals(last.id(), closedThrough());
    }

    @Test
    void nothingIsTakenAlongWhileGuestsAreOff() {
        desk.beans.setting("SUPPORT_GUESTS", "off");
        takeAlong(anna);
        assertEquals(1, SharedDatabase.sql("select 1 from users where guest").size());
    }

    private static void closed(long user, long through) {
        SharedDatabase.sql("insert into conversations (user_id, closed_through) values (?, ?)", user, through);
    }

    private static Object closedThrough() {
        return one("select closed_through from conversations where user_id in (select id from users where not guest)");
    }

    private boolean isPossible(long user) {
        return desk.beans.returned(() ->
                transfer.isPossible(desk.beans.get(Accounts.class).find(user).orElseThrow()));
    }

    private void takeAlong(long user) {
        desk.beans.inTransaction(() -> transfer.takeAlong(user));
    }

    private static Object one(String query) {
        var rows = SharedDatabase.sql(query);
        assertEquals(1, rows.size(), rows.toString());
        return rows.get(0).values().iterator().next();
    }

    private static long guest(String email, boolean confirmed) {
        return (Long) SharedDatabase.sql(
                        "insert into users (email, full_name, vouched, guest, created_at, email_confirmed_at)"
                                + " values (?, 'Guest', true, true, now(), case when ? then now() end) returning id",
                        email,
                        confirmed)
                .get(0)
                .get("id");
    }
}
