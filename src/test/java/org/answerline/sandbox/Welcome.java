package org.answerline.sandbox;

import java.nio.file.Path;

/** What a person reads when everything runs. */
final class Welcome {

    private static final String SANDBOX =
            """

            Answerline runs. Open these side by side:

              http://localhost:%d/support/
                  the site: sign up and write to the support
              http://localhost:%d/widget/
                  a shop that has the support in a corner of its page
              http://localhost:%d/
                  the sandbox Telegram: be the operator and press Reply; the site's link leads here too

            The whole log is in %s
            Ctrl-C stops everything.
            """;

    private static final String TELEGRAM =
            """

            Answerline runs with your bot. Open:

              http://localhost:%d/support/
                  the site: sign up and write to the support
              http://localhost:%d/widget/
                  a shop that has the support in a corner of its page

            Questions reach the operator's chat at once.%s

            The whole log is in %s
            Ctrl-C stops everything.
            """;

    private static final String BY_HAND =
            """
             For the replies Telegram must reach this site from outside:
            give it your public https address with setWebhook, with the secret_token in
            %s""";

    private Welcome() {}

    /** For a desk with the sandbox Telegram. */
    static String withSandbox(int httpPort, int sandboxPort, Path log) {
        return SANDBOX.formatted(httpPort, httpPort, sandboxPort, log);
    }

    /** For a desk with a real bot. */
    static String withTelegram(int httpPort, boolean registersItself, Path secret, Path log) {
        var webhook = registersItself ? "" : BY_HAND.formatted(secret);
        return TELEGRAM.formatted(httpPort, httpPort, webhook, log);
    }
}
