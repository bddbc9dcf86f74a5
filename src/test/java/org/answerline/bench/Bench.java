package org.answerline.bench;

import java.nio.file.Path;
import java.util.List;

/** The yardstick for {@code mvn -Pbench}: measures, prints the table, and writes it down. */
public final class Bench {

    private static final int MESSAGES = 20;
    private static final int PEOPLE_OF_A_KIND = 4;
    private static final List<Integer> THREADS = List.of(20, 200, 2_000);

    private final Rig rig;
    private final BenchOptions options;
    private final Results results = new Results();
    private final Throughput throughput;
    private final Counting counting;
    private final Traffic users;
    private final Traffic operator;

    private Bench(Rig rig) {
        this.rig = rig;
        options = rig.options();
        throughput = new Throughput(rig, results);
        counting = new Counting(rig, results);
        users = Traffic.users(rig);
        operator = Traffic.operator(rig);
    }

    /** Reads {@code bench.…} from the system properties, see {@link BenchOptions}. */
    public static void main(String[] arguments) {
        var options = BenchOptions.ofSystemProperties();
        var circumstances = new Circumstances();
        try (var rig = Rig.start(options)) {
            var bench = new Bench(rig);
            bench.run();
            var report = new Report(bench.results, circumstances.lines(options));
            System.out.println(report.markdown());
            report.writeInto(options.folder());
            if (options.write()) {
                report.updatePage(Path.of(System.getProperty("bench.page", "docs/performance.md")));
            }
        }
    }

    private void run() {
        var population = new Population(rig.desk().database());
        population.fill(options.people(), options.has("W9") ? options.people() : options.stored());
        throughput.warmUpFloor();
        var cookies = new Readers(rig).signedIn("reader", options.connections(), MESSAGES);
        var widget = Traffic.widget(cookies);
        var page = Traffic.page("W4", "/support/", cookies);
        if (options.has("W9")) {
            new Growth(rig, results, throughput)
                    .measure(List.of(
                            users, widget, page, Traffic.page("W5", "/api/feedback/threads/?limit=50", cookies)));
        }
        telegramsSide();
        sitesSide(widget, page);
        explain();
        deliveries();
        wholeDesk();
    }

    /** Everything that has been asked since the last count, the dispatcher's statements among it. */
    private void explain() {
        var desk = rig.desk().database();
        results.explain(new Plans(desk).of(new Statements(desk).counts()));
    }

    private void telegramsSide() {
        if (options.has("W1")) {
            counting.judged(users);
            throughput.alternate(users, 0.8, 1.25);
            throughput.whateverTelegramsMood(users);
        }
        if (options.has("W2")) {
            counting.judged(operator);
            throughput.alternate(operator, 0.8, 1.25);
            throughput.whateverTelegramsMood(operator);
        }
    }

    /** With Telegram's limits lifted: on its way everything is as fast as we are. */
    private void deliveries() {
        if (!options.has("W1") && !options.has("W2") && !options.has("W6")) {
            return;
        }
        rig.restartDesk(Rig.WITHOUT_PACE);
        throughput.warmUp(operator);
        throughput.warmUp(users);
        if (options.has("W1")) {
            throughput.untilDrained(users);
        }
        if (options.has("W2")) {
            throughput.untilDrained(operator);
        }
        if (options.has("W6")) {
            var full = throughput.desk(operator.as("W6 full load")).perSecond();
            new Travelling(rig, results).measure(operator, full);
        }
    }

    private void sitesSide(Traffic widget, Traffic page) {
        if (options.has("W3")) {
            counting.of(widget);
            throughput.alternate(widget, 0.6, 0);
        }
        if (options.has("W4")) {
            counting.of(page);
            throughput.alternate(page, 0.35, 0);
        }
        if (options.has("W5")) {
            threads();
        }
    }

    private void threads() {
        for (int messages : THREADS) {
            var cookies = new Readers(rig).signedIn("thread", PEOPLE_OF_A_KIND, messages);
            var support = Traffic.page("W5, page of a thread of " + messages, "/support/", cookies);
            throughput.warmUp(support);
            throughput.desk(support);
        }
        throughput.pages(pagesOf(50), pagesOf(5_000));
    }

    private Traffic pagesOf(int messages) {
        var cookies = new Readers(rig).signedIn("pages", PEOPLE_OF_A_KIND, messages);
        return Traffic.page("W5, 50 of " + messages, "/api/feedback/threads/?limit=50", cookies);
    }

    private void wholeDesk() {
        if (options.has("W7")) {
            new OpenPages(rig, results).measure();
        }
        if (options.has("W8")) {
            new Starting(rig, results).measure();
        }
        if (options.has("W10")) {
            new Flood(rig, results, throughput).measure(users);
        }
    }
}
