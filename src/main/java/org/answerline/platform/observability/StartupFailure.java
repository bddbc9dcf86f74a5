package org.answerline.platform.observability;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Ends the process when the desk cannot start in it, if the owner started it for the desk alone.
 *
 * <p>He says so with {@code -Danswerline.failed-start=exit}, as our start commands for Payara Micro do: a server goes on without an
 * application that failed, looks alive to whoever watches the process, and never tries again. Where other applications live in the
 * same server nothing ends.
 */
public final class StartupFailure {

    private static final Logger LOG = Log.of(StartupFailure.class);
    private static final String SETTING = "answerline.failed-start";

    private StartupFailure() {}

    /** To be called when the reason has been said; does not return if the process ends. */
    public static void end() {
        if ("exit".equals(System.getProperty(SETTING))) {
            LOG.log(Level.ERROR, "Answerline could not start; stopping the process");
            // Not exit: the server's shutdown hook would wait for the deployment that is just being given up.
            Runtime.getRuntime().halt(1);
        }
    }
}
