package org.answerline.promises;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the desk that all tests share when the first of them asks, and stops it after the last. */
public final class SharedDesk implements LauncherSessionListener {

    private static Desk desk;
    private static RuntimeException failure;

    static synchronized Desk get() {
        if (failure != null) {
            // One long wait is enough: what kept the desk from starting keeps it from starting for every other test.
            throw failure;
        }
        if (desk == null) {
            desk = start();
        }
        return desk;
    }

    private static Desk start() {
        try {
            return Desk.own(usual -> {});
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        close();
    }

    private static synchronized void close() {
        if (desk != null) {
            desk.close();
            desk = null;
        }
    }
}
