package org.answerline.account.identity;

import static org.answerline.account.identity.SignedTokens.NOW;
import static org.answerline.account.identity.SignedTokens.byKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.answerline.sandbox.MovableClock;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the key set is read, and what holds while it cannot be read. */
class PublishedKeysTest {
    private final List<PublicJsonWebKey> published = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private int reads;
    private boolean isDown;
    private final IdentityTokenVerifier verifier = new IdentityTokenVerifier(new PublishedKeys(this::read, clock));

    @Test
    void theSetIsReadOnceAnHour() throws JoseException {
        var key = publish("a");
        assertAccepted(key);
        clock.pass(Duration.ofMinutes(59));
        assertAccepted(key);
        assertEquals(1, reads);
        clock.pass(Duration.ofMinutes(1));
        assertAccepted(key);
        assertEquals(2, reads);
    }

    @Test
    void anUnknownKeyIsLookedForAtMostOnceAMinute() throws JoseException {
        assertAccepted(publish("a"));
        var unknown = key("unknown");
        for (int i = 0; i < 50; i++) {
            assertInstanceOf(TokenCheck.Refused.class, check(unknown));
        }
        assertEquals(1, reads, "the set was read a moment ago");
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 50; i++) {
            assertInstanceOf(TokenCheck.Refused.class, check(unknown));
        }
        assertEquals(2, reads);
        clock.pass(Duration.ofMinutes(1));
        assertAccepted(publish("b"));
        assertEquals(3, reads);
    }

    @Test
    void anAlgorithmThatIsNeverAcceptedIsNotLookedFor() throws JoseException {
        assertAccepted(publish("a"));
        clock.pass(Duration.ofMinutes(2));
        assertInstanceOf(
                TokenCheck.Refused.class, verifier.check(SignedTokens.bySecret(SignedTokens.SECRET, c -> {}), NOW));
        assertEquals(1, reads);
    }

    @Test
    void whileTheSetCannotBeReadTheLastKeysAreGoodForADay() throws JoseException {
        var key = publish("a");
        assertAccepted(key);
        isDown = true;
        clock.pass(Duration.ofHours(23));
        for (int i = 0; i < 50; i++) {
            assertAccepted(key);
            assertInstanceOf(TokenCheck.Refused.class, check(key("unknown")));
        }
        assertEquals(2, reads, "a failed attempt counts");
        clock.pass(Duration.ofHours(1));
        assertInstanceOf(TokenCheck.KeysUnavailable.class, check(key));
        isDown = false;
        clock.pass(Duration.ofMinutes(1));
        assertAccepted(key);
    }

    @Test
    void beforeTheFirstReadingNothingIsKnown() throws JoseException {
        var key = publish("a");
        isDown = true;
        for (int i = 0; i < 50; i++) {
            assertInstanceOf(TokenCheck.KeysUnavailable.class, check(key));
        }
        assertEquals(1, reads);
        isDown = false;
        clock.pass(Duration.ofSeconds(10));
        assertAccepted(key);
    }

    @Test
    void aSetThatIsNoneIsAsGoodAsNone() throws JoseException {
        for (var text : List.of("", "{}", "[]", "{\"keys\": 1}", "<html>")) {
            var broken = new IdentityTokenVerifier(new PublishedKeys(() -> text, clock));
            assertInstanceOf(TokenCheck.KeysUnavailable.class, broken.check(byKey(key("a"), "ES256"), NOW), text);
        }
    }

    @Test
    void aFileIsRead(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        assertEquals("{\"keys\":[]}", new KeySetSource(file.toUri()).read());
        Files.write(file, new byte[256 * 1024 + 1]);
        assertThrows(IOException.class, new KeySetSource(file.toUri())::read);
        assertThrows(IOException.class, new KeySetSource(folder.resolve("none").toUri())::read);
    }

    @Test
    void aUrlIsReadWithinLimits() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/keys", exchange -> answer(exchange, 200, 100));
        server.createContext("/large", exchange -> answer(exchange, 200, 10_000_000));
        server.createContext("/missing", exchange -> answer(exchange, 404, 100));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/keys");
            answer(exchange, 302, 0);
        });
        server.start();
        try {
            var site = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertEquals(100, new KeySetSource(site.resolve("/keys")).read().length());
            for (var path : List.of("/large", "/missing", "/moved")) {
                var failure = assertThrows(IOException.class, new KeySetSource(site.resolve(path))::read, path);
                assertTrue(failure.getMessage().length() < 200, failure.getMessage());
            }
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            exchange.getResponseBody().write(new byte[length]);
        }
    }

    private String read() throws IOException {
        reads++;
        if (isDown) {
            throw new IOException("down");
        }
        return new JsonWebKeySet(published).toJson();
    }

    private PublicJsonWebKey publish(String id) throws JoseException {
        var key = key(id);
        published.add(key);
        return key;
    }

    private static PublicJsonWebKey key(String id) throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    private TokenCheck check(PublicJsonWebKey key) throws JoseException {
        return verifier.check(byKey(key, "ES256"), NOW);
    }

    private void assertAccepted(PublicJsonWebKey key) throws JoseException {
        assertInstanceOf(TokenCheck.Accepted.class, check(key));
    }
}
