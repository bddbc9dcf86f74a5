package org.answerline.site.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The context class loader of a request, but it looks for the files in {@code META-INF/services} once.
 *
 * <p>Krazo looks for services twice for each page, each time in all jars of the application and of the server: this takes a sixth of the
 * CPU time of a page.
 */
final class ServiceFileCache extends ClassLoader {

    /** Work that writes a response. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static final String SERVICES = "META-INF/services/";

    private static volatile ServiceFileCache latest = new ServiceFileCache(ServiceFileCache.class.getClassLoader());

    private final Map<String, List<URL>> files = new ConcurrentHashMap<>();

    private ServiceFileCache(ClassLoader application) {
        super(application);
    }

    /** Runs the work with a cache in place of the thread's context class loader, which is the same for all requests on most servers. */
    static void use(Work work) throws IOException {
        ClassLoader server = Thread.currentThread().getContextClassLoader();
        ServiceFileCache cache = latest;
        if (cache.getParent() != server) {
            cache = new ServiceFileCache(server);
            latest = cache;
        }
        with(cache, work);
    }

    /** Runs the work with the context class loader that the server has set, by which some servers find the beans of the application. */
    static void leave(Work work) throws IOException {
        ClassLoader current = Thread.currentThread().getContextClassLoader();
        with(current instanceof ServiceFileCache cache ? cache.getParent() : current, work);
    }

    private static void with(ClassLoader loader, Work work) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) {
            return super.getResources(name);
        }
        return Collections.enumeration(files.computeIfAbsent(name, this::find));
    }

    private List<URL> find(String name) {
        try {
            return Collections.list(super.getResources(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
