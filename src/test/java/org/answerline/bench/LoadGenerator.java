package org.answerline.bench;

import static io.hyperfoil.http.steps.HttpStepCatalog.SC;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.steps.HttpRequestStepBuilder;
import io.netty.buffer.Unpooled;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends one load with Hyperfoil, one thread for all connections, in a process of its own.
 *
 * <p>Reads its material from the input, a line each up to an empty one; waits for {@code go}; then says {@code RESULT}.
 *
 * @see <a href="https://hyperfoil.io">Hyperfoil</a>
 */
final class LoadGenerator {

    private static final long PATIENCE_SECONDS = 30;

    /** For the builders' lambdas, which Hyperfoil wants to be serializable. */
    private static Requests requests;

    private LoadGenerator() {}

    public static void main(String[] arguments) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> material = new ArrayList<>();
        for (var line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
            material.add(line);
        }
        var plan = LoadPlan.read(arguments, material);
        requests = new Requests(plan);
        var benchmark = benchmark(plan);
        System.out.println("READY");
        lines.readLine();
        System.out.println("RESULT " + run(benchmark, plan.length()).line());
        System.exit(0);
    }

    private static LoadResult run(Benchmark benchmark, Duration length) {
        var total = new StatisticsSnapshot();
        new LocalSimulationRunner(
                        benchmark,
                        (phase, step, metric, snapshot, countDown) -> total.add(snapshot),
                        (phase, least, most) -> {},
                        (authority, tag, least, most) -> {})
                .run();
        // What is still on its way at the end of a stretch is neither.
        long failed = total.invalid + total.connectionErrors + total.requestTimeouts + total.internalErrors;
        if (failed > 0) {
            System.err.println("Not answered well: " + total.invalid + " with another status, " + total.connectionErrors
                    + " connections lost, " + total.requestTimeouts + " timed out, " + total.internalErrors
                    + " not sent");
        }
        return new LoadResult(
                total.responseCount - total.invalid,
                failed,
                length.toMillis() / 1e3,
                total.histogram.getValueAtPercentile(50) / 1e6,
                total.histogram.getValueAtPercentile(95) / 1e6,
                total.histogram.getValueAtPercentile(99) / 1e6);
    }

    private static Benchmark benchmark(LoadPlan plan) {
        var builder = BenchmarkBuilder.builder().name("load").threads(1);
        builder.addPlugin(HttpPluginBuilder::new);
        builder.plugin(HttpPluginBuilder.class)
                .http()
                .protocol(Protocol.HTTP)
                .host("localhost")
                .port(plan.port())
                .sharedConnections(plan.connections());
        var step = phase(builder, plan)
                .duration(plan.length().toMillis())
                .scenario()
                .initialSequence("one")
                .step(SC)
                .httpRequest(requests.hasBody() ? HttpMethod.POST : HttpMethod.GET);
        fill(step);
        return builder.build();
    }

    private static PhaseBuilder<?> phase(BenchmarkBuilder builder, LoadPlan plan) {
        return plan.rate() == 0
                ? builder.addPhase("load").always(plan.connections())
                : builder.addPhase("load").constantRate(plan.rate()).maxSessions(plan.connections() * 4);
    }

    private static void fill(HttpRequestStepBuilder step) {
        step.path(session -> requests.path())
                .headerAppender((session, writer) -> writer.putHeader(requests.header(), requests.headerValue()))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (requests.hasBody()) {
            step.headerAppender((session, writer) -> writer.putHeader("Content-Type", "application/json"))
                    .body((session, connection) -> Unpooled.wrappedBuffer(requests.body()));
        }
    }
}
