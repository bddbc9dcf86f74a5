package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.mail.MailToken;
import org.answerline.platform.config.SiteSettings;
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
    public Integer call() throws SQLException {
        String site = site();
        MailToken token = MailToken.fresh();
        if (store(token) == 0) {
            throw new IllegalStateException("No account has the address " + email + ".");
        }
        spec.commandLine().getOut().println(site + MailPurpose.RESET.path() + token.value() + "/");
        return 0;
    }

    private int store(MailToken token) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection database = Environment.database().getConnection();
                PreparedStatement statement = database.prepareStatement(
                        """
                        insert into account_mail_tokens (token_hash, user_id, purpose, address, valid_until)
                        select ?, id, 'RESET', email, ? from users where lower(email) = lower(?)
                        """)) {
            statement.setString(1, token.hash());
            statement.setObject(2, now.plus(MailPurpose.RESET.validity().orElseThrow()));
            statement.setString(3, email.strip());
            return statement.executeUpdate();
        }
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
