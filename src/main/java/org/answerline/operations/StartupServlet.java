package org.answerline.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import org.answerline.delivery.FileDownloader;
import org.answerline.delivery.OutboxDispatcher;
import org.answerline.linking.BotUsername;
import org.answerline.operations.registration.WebhookAutoRegistration;
import org.answerline.platform.database.DatabaseClock;
import org.answerline.site.live.LiveUpdates;
import org.eclipse.microprofile.health.Startup;

/**
 * Opens the desk to the outside when everything else of the application stands; it serves no requests.
 *
 * <p>It is the last servlet to be loaded (web.xml). A REST client's first call while Jersey still builds the JAX-RS applications can
 * leave a filter of theirs without its injected fields, and then every page of that application fails until the next start.
 */
public class StartupServlet extends HttpServlet {

    @Inject
    private transient DatabaseClock time;

    @Inject
    private transient OutboxDispatcher dispatcher;

    @Inject
    private transient FileDownloader fetcher;

    @Inject
    private transient BotUsername bot;

    @Inject
    private transient WebhookAutoRegistration webhook;

    @Inject
    private transient LiveUpdates live;

    @Inject
    @Startup
    private transient StartupCheck started;

    @Resource
    private transient ManagedExecutorService background;

    @Override
    public void init() {
        time.synchronise();
        bot.allowAsking();
        background.execute(bot::learn);
        background.execute(webhook::ensure);
        dispatcher.start();
        live.start();
        fetcher.start();
        started.opened();
    }
}
