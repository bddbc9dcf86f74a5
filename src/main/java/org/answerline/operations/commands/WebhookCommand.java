package org.answerline.operations.commands;

import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.registration.WebhookRegistrar;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.text.JsonReaders;
import org.answerline.telegram.client.WebhookInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers the webhook with Telegram, shows it or deletes it. */
@Command(
        name = "webhook",
        description = "Manages the webhook, through which Telegram sends updates.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "set|info|delete")
final class WebhookCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Choose a subcommand: set, info or delete.");
    }

    @Command(
            description = "Makes Telegram send updates to the site, with a secret. Waiting updates are kept.",
            mixinStandardHelpOptions = true)
    int set(
            @Option(
                            names = "--url",
                            description = "The public https address of the site (default: SUPPORT_PUBLIC_URL).",
                            paramLabel = "URL")
                    String url)
            throws SQLException {
        Installation installation = Environment.installation();
        String address = url == null
                ? installation
                        .publicUrl()
                        .orElseThrow(() ->
                                new IllegalStateException("Set the public address of the site with --url https://… or "
                                        + SiteSettings.PUBLIC_URL + "."))
                : url.strip().replaceFirst("/+$", "");
        new WebhookRegistrar(installation).register(address + Installation.WEBHOOK_PATH);
        say("Webhook set: " + address + Installation.WEBHOOK_PATH);
        return 0;
    }

    @Command(description = "Shows where Telegram sends updates, and the last error.", mixinStandardHelpOptions = true)
    int info(@Option(names = "--json", description = "Writes JSON.") boolean json) {
        WebhookInfo state = Environment.installation().bot().webhook();
        say(json ? json(state) : words(state));
        return 0;
    }

    @Command(
            description = "Makes Telegram stop sending updates. Waiting updates are kept.",
            mixinStandardHelpOptions = true)
    int delete() {
        Environment.installation().bot().deleteWebhook();
        say("Webhook deleted.");
        return 0;
    }

    private static String words(WebhookInfo state) {
        return String.join(
                System.lineSeparator(),
                "URL:                " + (state.url().isEmpty() ? "none" : state.url()),
                "Updates waiting:    " + state.pendingUpdateCount(),
                "Kinds:              " + (state.allowedUpdates().isEmpty() ? "default" : state.allowedUpdates()),
                "Last error:         "
                        + state.lastErrorAt()
                                .map(when -> state.lastErrorMessage() + " (" + when + ")")
                                .orElse("none"));
    }

    private static String json(WebhookInfo state) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("url", state.url())
                .add("pending_update_count", state.pendingUpdateCount())
                .add("allowed_updates", JsonReaders.createArrayBuilder(state.allowedUpdates()))
                .add("max_connections", state.maxConnections());
        state.lastErrorAt().ifPresent(when -> json.add("last_error_at", when.toString())
                .add("last_error_message", state.lastErrorMessage()));
        return json.build().toString();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
