package org.answerline.sandbox;

import java.nio.file.Path;

/** What a person reads when everything runs. */
final class Welcome {

    private static final String SITE =
            """
              http://localhost:%1$d/support/
                  the site: sign up and write to the support
              http://localhost:%1$d/widget/
                  a shop that has the support in a corner of its page
              http://localhost:%1$d/owner/
                  for the owner: what is configured and whether it works; any user name, %2$s
            """;

    private static final String SANDBOX =
            """
              http://localhost:%d/
                  the sandbox Telegram: be the operator and press Reply; the site's link leads here too
            """;

    private static final String END =
            """

            The whole log is in %s
            Ctrl-C stops everything; the next start goes on where this one stopped.
            """;

    private static final String BY_HAND =
            """
            For the replies, Telegram must reach this site from outside: give Telegram your public https address
            with setWebhook, with the secret_token in %s
            """;

    private Welcome() {}

    /**
     * For a desk with the sandbox Telegram.
     *
     * @param owner how the owner's page is entered, after "any user name, "
     */
    static String withSandbox(int httpPort, int sandboxPort, String owner, Path log) {
        return "\nAnswerline runs. Open these side by side:\n\n"
                + SITE.formatted(httpPort, owner)
                + SANDBOX.formatted(sandboxPort)
                + END.formatted(log);
    }

    /** For a desk with a real bot. */
    static String withTelegram(int httpPort, String owner, Path log) {
        return "\nAnswerline runs with your bot, and questions reach the operator's chat at once. Open:\n\n"
                + SITE.formatted(httpPort, owner)
                + END.formatted(log);
    }

    /** What is left to do for an owner who named no public address. */
    static String registerByHand(Path secret) {
        return BY_HAND.formatted(secret);
    }
}
