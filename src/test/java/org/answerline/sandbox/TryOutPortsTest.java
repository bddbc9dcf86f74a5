package org.answerline.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryOutPortsTest {

    @Test
    void namesEveryTakenPortAndOneThatIsFree() throws IOException {
        try (var site = new ServerSocket(0);
                var telegram = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = ports(site, telegram).taken();
            assertEquals(2, taken.size(), taken.toString());
            assertTrue(taken.get(0)
                    .startsWith("Port " + site.getLocalPort() + " is taken. Choose another one: HTTP_PORT="));
            assertTrue(taken.get(1).contains(" SANDBOX_PORT="));
            var offered = Integer.parseInt(taken.get(0).replaceAll(".*HTTP_PORT=([0-9]+) .*", "$1"));
            assertFalse(TryOutPorts.isTaken(offered));
        }
    }

    @Test
    void aBotOfOnesOwnNeedsNoPortForTheSandbox() throws IOException {
        try (var telegram = new ServerSocket(0)) {
            var port = Integer.toString(telegram.getLocalPort());
            var ports = new TryOutPorts(Map.of(
                    "HTTP_PORT",
                    Integer.toString(Ports.free()),
                    "SANDBOX_PORT",
                    port,
                    "TELEGRAM_SUPPORT_BOT_TOKEN",
                    "1:a"));
            assertEquals(List.of(), ports.taken());
        }
    }

    /** As Maven runs it, before anything is compiled. */
    @Test
    void runsAloneFromItsSource(@TempDir Path data) throws Exception {
        try (var site = new ServerSocket(0);
                var telegram = new ServerSocket(0)) {
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "src/test/java/org/answerline/sandbox/TryOutPorts.java",
                            data.toString())
                    .redirectErrorStream(true);
            builder.environment().remove("TELEGRAM_SUPPORT_BOT_TOKEN");
            builder.environment().put("HTTP_PORT", Integer.toString(site.getLocalPort()));
            builder.environment().put("SANDBOX_PORT", Integer.toString(telegram.getLocalPort()));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, process.waitFor(), output);
            assertEquals(
                    2, output.lines().filter(line -> line.contains("is taken")).count(), output);
        }
    }

    private static TryOutPorts ports(ServerSocket site, ServerSocket telegram) {
        return new TryOutPorts(Map.of(
                "HTTP_PORT", Integer.toString(site.getLocalPort()),
                "SANDBOX_PORT", Integer.toString(telegram.getLocalPort())));
    }
}
