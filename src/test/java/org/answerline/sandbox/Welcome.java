package org.answerline.sandbox;

import java.nio.file.Path;

/** What the terminal shows when everything is running. */
final class Welcome {

    private static final String SITE =
            """
              http://localhost:%1$d/support/
                  the site: sign up and write to support
              http://localhost:%1$d/widget/
                  a shop with the support widget in a corner of its page
              http://localhost:%1$d/owner/
                  the owner's page: what is configured and whether it works; any user name, %2$s
            """;

    private static final String SANDBOX =
            """
              http://localhost:%d/
                  the sandbox Telegram: answer as the operator with Reply; the site's link to Telegram leads here too
            """;

    private static final String END =
            """

            The complete log is in %s
            Ctrl-C stops everything; the next start continues with the same data.
            """;

    private static final String BY_HAND =
            """
            To receive replies, Telegram must reach this site from outside: register your public https address
            with setWebhook and the secret_token in %s
            """;

    private Welcome() {}

    /**
     * The text for a desk with the sandbox Telegram.
     *
     * @param owner how the owner's page is entered, after "any user name, "
     */
    static String withSandbox(int httpPort, int sandboxPort, String owner, Path log) {
        return "\nAnswerline is running. Open these pages side by side:\n\n"
                + SITE.formatted(httpPort, owner)
                + SANDBOX.formatted(sandboxPort)
                + END.formatted(log);
    }

    /** The text for a desk with a real bot. */
    static String withTelegram(int httpPort, String owner, Path log) {
        return "\nAnswerline is running with your bot; questions go to the operators' chat. Open:\n\n"
                + SITE.formatted(httpPort, owner)
                + END.formatted(log);
    }

    /** The remaining step for an owner who set no public address. */
    static String registerByHand(Path secret) {
        return BY_HAND.formatted(secret);
    }
}
