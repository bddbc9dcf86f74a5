package org.answerline.sandbox;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessesTest {

    @Test
    void killsWhatDoesNotListen() throws Exception {
        var deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        deaf.inputReader().readLine();
        Processes.end(deaf.toHandle(), Duration.ofMillis(200));
        assertTrue(deaf.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void treatsZombieProcessesAsEnded() throws Exception {
        // The shell becomes a program that never asks after its child.
        var careless = new ProcessBuilder("sh", "-c", "sleep 60 & echo ready; exec sleep 60").start();
        try {
            careless.inputReader().readLine();
            var child = careless.children().findFirst().orElseThrow();
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Processes.kill(child));
        } finally {
            careless.destroyForcibly();
        }
    }
}
