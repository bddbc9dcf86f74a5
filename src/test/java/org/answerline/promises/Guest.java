package org.answerline.promises;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.answerline.account.guest.WorkSolver;

/** Somebody who asks without an account, in a browser of their own. */
final class Guest {
    private final Browser browser;
    private final String email;

    private Guest(Browser browser, String email) {
        this.browser = browser;
        this.email = email;
        browser.knownAs(email);
    }

    /** Somebody new with an address of their own. */
    static Guest of(Desk desk) {
        return of(desk, UUID.randomUUID() + "@example.org");
    }

    /** Somebody who types this address. */
    static Guest of(Desk desk, String email) {
        return new Guest(desk.visitor(), email);
    }

    Browser browser() {
        return browser;
    }

    String email() {
        return email;
    }

    /** Asks as a browser with scripts does; the question must be taken. */
    Guest asks(String text) {
        browser.follow(submit(text).expect(303)).expect(200);
        return this;
    }

    /** Sends the form with a proof of work. */
    Page submit(String text) {
        var page = browser.get("/support/").expect(200);
        return browser.submit(page, proved(page, text));
    }

    /** The fields with a proof for the challenge of this page. */
    Map<String, String> proved(Page page, String text) {
        var fields = new LinkedHashMap<>(typed(text));
        var challenge = page.html().select("[name=challenge]").val();
        fields.put("challenge", challenge);
        fields.put("proof", WorkSolver.solve(challenge));
        return fields;
    }

    /** What a person types, without a proof. */
    Map<String, String> typed(String text) {
        return Map.of("message", text, "full_name", "Gast Gerda", "email", email);
    }
}
