package org.answerline.operations.commands;

import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.registration.WebhookRegistrar;
import org.answerline.platform.Json;
import org.answerline.telegram.WebhookState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How Telegram's updates reach the desk. */
@Command(
        name = "webhook",
        description = "How Telegram's updates reach the desk.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "set|info|delete")
final class WebhookCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "Say what to do: set, info or delete.");
    }

    @Command(
            description = "Has Telegram bring updates to the site, with a secret. Updates that wait are kept.",
            mixinStandardHelpOptions = true)
    int set(
            @Option(
                            names = "--url",
                            description = "The site's public address, https; else SUPPORT_PUBLIC_URL.",
                            paramLabel = "URL")
                    String url)
            throws SQLException {
        Installation installation = Environment.installation();
        String address = url == null
                ? installation
                        .publicUrl()
                        .orElseThrow(() -> new IllegalStateException(
                                "Give the site's public address: --url https://… or SUPPORT_PUBLIC_URL."))
                : url.strip().replaceFirst("/+$", "");
        new WebhookRegistrar(installation).register(address + Installation.WEBHOOK_PATH);
        say("Webhook set: " + address + Installation.WEBHOOK_PATH);
        return 0;
    }

    @Command(
            description = "Says where Telegram brings updates and what went wrong last.",
            mixinStandardHelpOptions = true)
    int info(@Option(names = "--json", description = "Writes JSON.") boolean json) {
        WebhookState state = Environment.installation().bot().webhook();
        say(json ? json(state) : words(state));
        return 0;
    }

    @Command(
            description = "Has Telegram bring no updates any more. Updates that wait are kept.",
            mixinStandardHelpOptions = true)
    int delete() {
        Environment.installation().bot().deleteWebhook();
        say("Webhook deleted.");
        return 0;
    }

    private static String words(WebhookState state) {
        return String.join(
                System.lineSeparator(),
                "URL:                " + (state.url().isEmpty() ? "none" : state.url()),
                "Updates waiting:    " + state.pending(),
                "Kinds:              " + (state.allowedUpdates().isEmpty() ? "default" : state.allowedUpdates()),
                "Last error:         "
                        + state.lastErrorAt()
                                .map(when -> state.lastError() + " (" + when + ")")
                                .orElse("none"));
    }

    private static String json(WebhookState state) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("url", state.url())
                .add("pending_update_count", state.pending())
                .add("allowed_updates", Json.createArrayBuilder(state.allowedUpdates()))
                .add("max_connections", state.maxConnections());
        state.lastErrorAt().ifPresent(when -> json.add("last_error_at", when.toString())
                .add("last_error_message", state.lastError()));
        return json.build().toString();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
