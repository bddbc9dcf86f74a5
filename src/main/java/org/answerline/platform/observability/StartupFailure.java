package org.answerline.platform.observability;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Ends the process when the desk cannot start, if the process was started for the desk alone.
 *
 * <p>This is requested by {@code -Danswerline.failed-start=exit}, as in the start script for Payara Micro: otherwise a server continues
 * without the failed application, looks healthy to process supervision, and never tries again. Without the option the process continues,
 * because other applications may run in the same server.
 */
public final class StartupFailure {

    private static final Logger LOG = Log.of(StartupFailure.class);
    private static final String SETTING = "answerline.failed-start";

    private StartupFailure() {}

    /** Must be called after the reason was logged; does not return if the process ends. */
    public static void end() {
        if ("exit".equals(System.getProperty(SETTING))) {
            LOG.log(Level.ERROR, "Answerline could not start; stopping the process");
            // Not exit: the server's shutdown hook would wait for the deployment that is being aborted.
            Runtime.getRuntime().halt(1);
        }
    }
}
