package org.answerline.platform.observability;

import java.io.PrintStream;

/**
 * Ends a server whose start is over without the desk, so that a supervisor starts it again.
 *
 * <p>{@link StartupFailure} cannot do that when nothing of the application runs: Payara Micro goes on, with its port closed, after a
 * deployment that failed, as that of a damaged file. The start script loads this class as a Java agent from a jar of its own, which
 * contains no other class.
 */
public final class StartupWatch {

    /** The system property that is set while the desk runs. */
    public static final String STARTED = "answerline.started";

    private StartupWatch() {}

    /** Called by the JVM on the main thread, which then starts the server, deploys the application and ends. */
    public static void premain(String arguments) {
        Thread start = Thread.currentThread();
        // The server replaces it by one that writes later, and halting would lose the line.
        PrintStream log = System.err;
        Thread watch = new Thread(() -> endWithoutDesk(start, log), "answerline-startup-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void endWithoutDesk(Thread start, PrintStream log) {
        try {
            start.join();
        } catch (InterruptedException stopped) {
            return;
        }
        if (System.getProperty(STARTED) == null && !isStopping()) {
            log.println(
                    "The server has started without Answerline, for the reason that it logged before, or because a file of the"
                            + " installation is damaged; stopping the process");
            log.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    /** Whether the process is being stopped: its exit code is that of the signal then. */
    private static boolean isStopping() {
        try {
            Thread hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }
}
