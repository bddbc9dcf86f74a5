package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a mail server guests have their browser only, and nothing claims otherwise. */
@UsesDesk(SharedDesk.OPTIONAL_FEATURES)
class GuestsWithoutMailIT {
    private final Desk desk = SharedDesk.OPTIONAL_FEATURES.desk();
    private final String text = Customer.words("Asked without e-mail");

    @Test
    void withoutAProofNothingIsSentAndThePageSaysWhy() {
        var guest = Guest.of(desk);
        var refused = guest.browser().submit("/support/", guest.typed(text)).expect(422);
        assertTrue(refused.html().getElementById("message-error").text().contains("Without JavaScript"));
        assertEquals(text, refused.html().getElementById("message").wholeText().strip());
        assertEquals(guest.email(), refused.html().getElementById("email").val());
        assertEquals(List.of(), desk.database().sql("select 1 from users where email = ?", guest.email()));
        guest.browser().submit(refused, guest.proved(refused, text)).expect(303);
    }

    @Test
    void thePageSaysThatOnlyThisBrowserOpensTheConversation() {
        var guest = Guest.of(desk).asks(text);
        assertTrue(guest.browser()
                .get("/support/")
                .html()
                .getElementById("guest")
                .text()
                .contains("only this browser"));
    }

    @Test
    void thePageSetsNoKeyForWhoOnlyLooks() {
        var visitor = desk.visitor();
        visitor.get("/support/").expect(200);
        assertFalse(visitor.cookies().getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals("guest")));
    }
}
