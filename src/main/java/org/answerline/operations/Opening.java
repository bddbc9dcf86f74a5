package org.answerline.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import org.answerline.delivery.Courier;
import org.answerline.linking.BotIdentity;

/**
 * Begins the work in the background when all doors stand: the last servlet to be loaded (web.xml), and never called.
 *
 * <p>Not before: a REST client that is made while a JAX-RS application is being set up gives that application's filters its own
 * context, in which there is no request, and every page of it fails until the next start.
 */
public class Opening extends HttpServlet {

    @Inject
    private transient Courier courier;

    @Inject
    private transient BotIdentity bot;

    @Resource
    private transient ManagedExecutorService background;

    @Override
    public void init() {
        background.execute(bot::learn);
        courier.start();
    }
}
