package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database fails between making a guest and storing the question: neither is there, and the same form is sent again. */
@Tag("main-loop")
@UsesDesk(SharedDesk.MAIL)
class GuestQuestionFailsIT {
    private static final String SUPPORT = "/support/";
    private static Desk desk;

    private final Guest guest = Guest.of(desk);
    private final String text = Customer.words("guest-question-fails");

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
    }

    @AfterEach
    void repair() {
        desk.database().sql("drop function if exists guest_question_fails() cascade");
    }

    @Test
    void aQuestionThatCannotBeStoredMakesNoGuestAndItsProofIsNotUsed() {
        breakDown("insert on support_messages", "new.text like 'guest-question-fails%'");
        var page = guest.browser().get(SUPPORT);
        var fields = guest.proved(page, text);
        guest.browser().submit(page, fields).expect(503);
        assertEquals(List.of(), guests());
        repair();
        guest.browser().submit(page, fields).expect(303);
        assertEquals(1, guests().size());
        assertEquals(1, guest.browser().thread().getJsonArray("messages").size());
    }

    @Test
    void aLinkThatCannotBeRequestedMakesNoGuestEither() {
        breakDown("insert on account_letters", "new.purpose = 'GUEST'");
        var page = guest.browser().get(SUPPORT);
        var fields = guest.proved(page, text);
        guest.browser().submit(page, fields).expect(503);
        assertEquals(List.of(), guests());
        repair();
        // A visitor who reloads the page before sending the form again is still one guest.
        guest.submit(text).expect(303);
        assertEquals(1, guests().size());
        desk.mail().awaitLetter(guest.email(), 1);
    }

    @Test
    void aQuestionThatCannotBeKeptForItsConfirmationMakesNoGuest() {
        breakDown(
                "update on question_drafts", "new.kept_until is not null and new.message like 'guest-question-fails%'");
        var page = guest.browser().get(SUPPORT);
        guest.browser().submit(page, guest.typed(text)).expect(503);
        assertEquals(List.of(), guests());
        repair();
        guest.browser().submit(page, guest.typed(text)).expect(200);
        assertEquals(1, guests().size());
        var link = MailServer.link(desk.mail().awaitLetter(guest.email(), 1));
        guest.browser().submit(link, Map.of()).expect(303);
        assertEquals(1, guest.browser().thread().getJsonArray("messages").size());
    }

    /** Where the table has it, the condition names the text of this test, because others share the desk. */
    private static void breakDown(String event, String condition) {
        desk.database()
                .sql("create function guest_question_fails() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$");
        desk.database()
                .sql("create trigger guest_question_fails before " + event + " for each row when (" + condition
                        + ") execute function guest_question_fails()");
    }

    private List<?> guests() {
        return desk.database().sql("select 1 from users where email = ?", guest.email());
    }
}
