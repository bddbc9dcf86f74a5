package org.answerline.promises;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The site of somebody else, on localhost: it carries the widget of a desk on 127.0.0.1, and vouches for the user who is signed in. */
final class Shop {
    private static final HttpServer SERVER = started();

    /** As a browser writes it. */
    static final String ORIGIN = "http://localhost:" + SERVER.getAddress().getPort();

    private final URI desk;
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String user = "";
    private volatile String language = "en";
    private volatile String secret = SiteTokens.SECRET;
    private volatile long life = 600;

    /** From now on its pages carry the widget of this desk. */
    Shop(URI desk) {
        this.desk = desk;
        for (var path : new String[] {"/", "/shop.js", "/token"}) {
            try {
                SERVER.removeContext(path);
            } catch (IllegalArgumentException none) {
                // the first shop
            }
        }
        SERVER.createContext("/", exchange -> send(exchange, "text/html", page()));
        SERVER.createContext("/shop.js", exchange -> send(exchange, "text/javascript", SCRIPT));
        SERVER.createContext("/token", exchange -> send(exchange, "text/plain", token()));
    }

    private static final String SCRIPT =
            """
            customElements.whenDefined("answerline-support").then(() => {
              const token = async () => (await fetch("/token")).text();
              document.querySelector("answerline-support").identify(token);
            });
            """;

    /** Somebody signs in at the shop. */
    void signIn(String subject) {
        user = subject;
    }

    /** Nobody is signed in: its pages carry the widget without a token, in this language. */
    void leaveSignedOut(String pageLanguage) {
        user = null;
        language = pageLanguage;
    }

    /** From now on its tokens are valid for so many seconds. */
    void setLife(long seconds) {
        life = seconds;
    }

    /** From now on its tokens are signed with this. */
    void setSecret(String other) {
        secret = other;
    }

    /** How many tokens it has made. */
    int tokens() {
        return tokens.get();
    }

    private String token() {
        tokens.incrementAndGet();
        return SiteTokens.signed(secret, user, claims -> {
            claims.setExpirationTime(SiteTokens.in(life));
            claims.setClaim("name", user);
        });
    }

    private String page() {
        var widget = user == null
                ? "<answerline-support></answerline-support>"
                : "<script src='/shop.js' defer></script><answerline-support token></answerline-support>";
        return "<!DOCTYPE html><html lang=" + language
                + "><title>Shop</title><link rel=icon href='data:,'><script src='"
                + desk.resolve("/widget/answerline.js") + "' defer></script><h1>Shop</h1>" + widget;
    }

    private void send(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        var site = desk.toString().replaceFirst("/+$", "");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' " + site + "; connect-src 'self' " + site + "; img-src data: "
                        + site);
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static HttpServer started() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
