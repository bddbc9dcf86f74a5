package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start script hands to the server: a program in place of Java writes down what it is given. */
class StartScriptTest {
    private static final Path SCRIPT = Path.of("server-config/payara/run").toAbsolutePath();
    private static final List<String> CLUSTER = List.of("--clustermode", "tcpip:10.0.0.1:6900,10.0.0.2:6900");

    @TempDir
    Path programs;

    @BeforeEach
    void standIn() throws IOException {
        var java = Files.writeString(programs.resolve("java"), "#!/bin/sh\nfor a; do echo \"$a\"; done\n");
        assertTrue(java.toFile().setExecutable(true));
    }

    @Test
    void aNodeRunsAloneWithoutClusterOptions() throws Exception {
        assertAlone(started());
        assertAlone(started("--maxhttpthreads", "50"));
        assertAlone(started("--startport", "6900"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nohazelcast", "--noHazelcast"})
    void aNodeRunsAloneWithNohazelcast(String option) throws Exception {
        assertAlone(started(option));
        assertAlone(started(CLUSTER.get(0), CLUSTER.get(1), option));
        assertAlone(started(option, CLUSTER.get(0), CLUSTER.get(1)));
    }

    @Test
    void nodesShareSessionsWhenEachIsTold() throws Exception {
        var arguments = started(CLUSTER.get(0), CLUSTER.get(1), "--startport", "6900");
        assertTrue(Collections.indexOfSubList(arguments, CLUSTER) > 0, arguments.toString());
        assertFalse(arguments.stream().anyMatch("--nohazelcast"::equalsIgnoreCase), arguments.toString());
        assertFalse(arguments.stream().anyMatch(one -> one.endsWith("alone.asadmin")), arguments.toString());
    }

    @Test
    void theCollectorIsTheOneForOneGigabyteUnlessTheOwnerNamesOne() throws Exception {
        assertEquals(2, Collections.frequency(linesWith(""), "-XX:+UseSerialGC"), "of the check and of the server");
        // The JVM does not start with two collectors.
        assertEquals(0, Collections.frequency(linesWith("-Xmx2g -XX:+UseG1GC"), "-XX:+UseSerialGC"));
        assertEquals(0, Collections.frequency(linesWith("-XX:+UseSerialGC"), "-XX:+UseSerialGC"));
        // No collectors, though their names look like it.
        assertEquals(
                2,
                Collections.frequency(linesWith("-XX:+UseGCOverheadLimit -XX:MaxGCPauseMillis=9"), "-XX:+UseSerialGC"));
    }

    @Test
    void theHeapBeginsSmallUnlessTheOwnerSaysOtherwise() throws Exception {
        assertEquals(1, Collections.frequency(linesWith("-Xmx2g -XX:+UseG1GC"), "-Xms96m"), "of the server only");
        for (var owners : List.of("-Xms1g", "-Xmx2g -XX:InitialHeapSize=1g", "-XX:InitialRAMPercentage=50")) {
            assertEquals(0, Collections.frequency(linesWith(owners), "-Xms96m"), owners);
        }
        // Not about the heap, though its name looks like it.
        assertEquals(1, Collections.frequency(linesWith("-XX:InitialCodeCacheSize=8m"), "-Xms96m"));
    }

    private static void assertAlone(List<String> arguments) {
        assertEquals(
                1, arguments.stream().filter("--nohazelcast"::equalsIgnoreCase).count(), arguments.toString());
        int alone = arguments.indexOf(SCRIPT.resolveSibling("alone.asadmin").toString());
        assertEquals("--postbootcommandfile", arguments.get(alone - 1), arguments.toString());
    }

    /** The arguments of the server, each in a line; those of the check before it are left out. */
    private List<String> started(String... options) throws Exception {
        var lines = linesWith("", options);
        return lines.subList(lines.indexOf("--listen") + 1, lines.size());
    }

    /** The arguments of the check and of the server, with these options of the owner for the JVM. */
    private List<String> linesWith(String toolOptions, String... options) throws Exception {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
        var process = builder.start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), lines.toString());
        return lines;
    }
}
