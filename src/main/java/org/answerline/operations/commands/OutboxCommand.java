package org.answerline.operations.commands;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.answerline.delivery.DeliveryRows;
import org.answerline.delivery.DeliveryRows.Failed;
import org.answerline.delivery.DeliveryRows.Waiting;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.text.JsonReaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the messages that wait to be sent, and those that Telegram has finally refused. */
@Command(
        name = "outbox",
        description =
                "Lists the messages that wait to be sent, and those that Telegram finally refused in the last 30 days, with the reason.",
        mixinStandardHelpOptions = true)
final class OutboxCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DeliveryRows outbox = new DeliveryRows(new JdbcClient(Environment.database()));
        List<Waiting> waiting = outbox.waiting();
        List<Failed> failed = outbox.failed();
        if (json) {
            out().println(json(waiting, failed));
        } else {
            print(waiting, failed);
        }
        return 0;
    }

    @Command(
            description =
                    "Sends failed messages again, after you have fixed the cause: to the user's present chat, without hints and reactions.",
            mixinStandardHelpOptions = true)
    int retry(
            @Parameters(paramLabel = "ID", description = "The numbers in the list. Without any, all.") List<Long> ids) {
        int queued = new JdbcClient(Environment.database())
                .inTransaction(database -> OutboxRetry.retry(database, ids == null ? List.of() : ids));
        out().println("Queued again: " + queued);
        return 0;
    }

    private void print(List<Waiting> waiting, List<Failed> failed) {
        out().println("Waiting: " + waiting.stream().mapToLong(Waiting::count).sum());
        waiting.forEach(row -> out().printf(
                        "  chat %d: %d, the oldest since %s, failures in a row: %d%n",
                        row.chatId(), row.count(), row.oldest(), row.failures()));
        out().println("Failed: " + failed.size());
        failed.forEach(row -> out().printf(
                        "  %d: chat %d, message #%s, %s, %s%n",
                        row.id(), row.chatId(), row.message(), row.at(), row.reason()));
    }

    private static String json(List<Waiting> waiting, List<Failed> failed) {
        JsonArrayBuilder waits = JsonReaders.createArrayBuilder();
        waiting.forEach(row -> waits.add(JsonReaders.createObjectBuilder()
                .add("chat_id", row.chatId())
                .add("count", row.count())
                .add("oldest", row.oldest().toString())
                .add("failures", row.failures())));
        JsonArrayBuilder fails = JsonReaders.createArrayBuilder();
        failed.forEach(row -> fails.add(json(row)));
        return JsonReaders.createObjectBuilder()
                .add("waiting", waits)
                .add("failed", fails)
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(Failed row) {
        return JsonReaders.createObjectBuilder()
                .add("id", row.id())
                .add("chat_id", row.chatId())
                .add("message", row.message())
                .add("at", row.at().toString())
                .add("reason", row.reason());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
