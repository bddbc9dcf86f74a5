package org.answerline.operations.commands;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.mail.MailToken;
import org.answerline.account.mail.MailTokenStore;
import org.answerline.account.user.UserRows;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.database.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a link with which a user chooses a new password; the owner passes it on and never learns the password. */
@Command(
        name = "set-password",
        description = "Prints a link with which this user chooses a new password. It works once, for an hour.",
        mixinStandardHelpOptions = true)
final class SetPasswordCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EMAIL", description = "The email address of the account.")
    private String email;

    @Option(names = "--url", description = "The public address of the site (default: SUPPORT_PUBLIC_URL).")
    private String url;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String site = site();
        MailToken token = MailToken.fresh();
        store(token);
        spec.commandLine().getOut().println(site + MailPurpose.RESET.path() + token.value() + "/");
        return 0;
    }

    private void store(MailToken token) {
        JdbcClient database = new JdbcClient(Environment.database());
        UserRows.UserRow user = new UserRows(database)
                .find(email.strip())
                .orElseThrow(() -> new IllegalStateException("No account has the address " + email + "."));
        new MailTokenStore(database, Clock.systemUTC()).add(token, MailPurpose.RESET, user.id(), user.email());
    }

    private String site() {
        return Optional.ofNullable(url)
                .map(address -> address.strip().replaceFirst("/+$", ""))
                .or(() -> Environment.settings().configured(SiteSettings.PUBLIC_URL))
                .filter(address -> !address.isEmpty())
                .orElseThrow(() -> new IllegalStateException(
                        "Set the public address of the site with --url https://… or " + SiteSettings.PUBLIC_URL + "."));
    }
}
