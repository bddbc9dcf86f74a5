package org.answerline.bench;

/** The yardstick for {@code mvn -Pbench}: measures, prints the table, and writes it down. */
public final class Bench {

    private final Rig rig;
    private final BenchOptions options;
    private final Results results = new Results();

    private Bench(Rig rig) {
        this.rig = rig;
        this.options = rig.options();
    }

    /** Reads {@code bench.…} from the system properties, see {@link BenchOptions}. */
    public static void main(String[] arguments) {
        var options = BenchOptions.ofSystemProperties();
        try (var rig = Rig.start(options)) {
            new Bench(rig).run();
        }
    }

    private void run() {
        new Population(rig.desk().database()).fill(options.people(), options.stored());
        var counting = new Counting(rig, results);
        var throughput = new Throughput(rig, results);
        var users = Traffic.users(rig);
        var operator = Traffic.operator(rig);
        var cookies = new Readers(rig).signedIn("reader", options.connections(), 20);
        var widget = Traffic.widget(cookies);
        var page = Traffic.page("W4", "/support/", cookies);
        counting.of(users);
        counting.of(operator);
        counting.of(widget);
        counting.of(page);
        throughput.warmUpFloor();
        if (options.has("W1")) {
            throughput.alternate(users, 0.8, 1.25);
        }
        if (options.has("W2")) {
            throughput.alternate(operator, 0.8, 1.25);
        }
        if (options.has("W4")) {
            throughput.alternate(page, 0.35, 0);
        }
        if (options.has("W3")) {
            throughput.alternate(widget, 0.6, 0);
        }
        System.out.println(results.verdicts());
    }
}
