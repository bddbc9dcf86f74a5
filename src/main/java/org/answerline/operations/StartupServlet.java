package org.answerline.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import org.answerline.attachment.download.FileDownloader;
import org.answerline.delivery.OutboxDispatcher;
import org.answerline.platform.database.DatabaseClock;
import org.answerline.platform.observability.StartupWatch;
import org.answerline.site.live.LiveUpdates;
import org.eclipse.microprofile.health.Startup;

/**
 * Starts the background work when the rest of the application has started; it serves no requests.
 *
 * <p>It is the last servlet to be loaded (web.xml). A REST client's first call while Jersey still sets up the JAX-RS applications can
 * leave one of their filters without its injected fields, and every page of that application would fail until the next start.
 */
public class StartupServlet extends HttpServlet {

    @Inject
    private transient DatabaseClock clock;

    @Inject
    private transient OutboxDispatcher dispatcher;

    @Inject
    private transient TransactionalJobs jobs;

    @Inject
    private transient FileDownloader downloader;

    @Inject
    private transient TelegramStartup telegram;

    @Inject
    private transient LiveUpdates liveUpdates;

    @Inject
    @Startup
    private transient StartupCheck startupCheck;

    @Resource
    private transient ManagedExecutorService background;

    @Override
    public void init() {
        clock.synchronise();
        telegram.callInBackground(background);
        jobs.start();
        dispatcher.start();
        liveUpdates.start();
        downloader.start();
        startupCheck.opened();
        System.setProperty(StartupWatch.STARTED, "true");
    }

    /** Also called when a part of the application that starts later fails, and the server gives it up. */
    @Override
    public void destroy() {
        System.clearProperty(StartupWatch.STARTED);
    }
}
