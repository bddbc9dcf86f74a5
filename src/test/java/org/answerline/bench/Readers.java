package org.answerline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.answerline.sandbox.UnquotedCookies;
import org.jsoup.Jsoup;

/** People with an account who are signed in; their sessions as a browser's Cookie header names them. */
final class Readers {

    private static final String PASSWORD = "correct horse battery staple";

    /** Far fewer than the desk's own, so that thousands can sign in; the hash itself says how many. */
    private static final int ITERATIONS = 1_024;

    private static final int KEY_BITS = 512;

    private final Rig rig;
    private final Population population;
    private List<Long> newest = List.of();

    Readers(Rig rig) {
        this.rig = rig;
        this.population = new Population(rig.desk().database());
    }

    /** Cookies of so many new people with so many messages each. */
    List<String> signedIn(String kind, int count, int messages) {
        newest = population.readers(kind, count, messages, hash());
        return newest.stream()
                .map(id -> signIn(kind + "-" + id + "@example.org"))
                .toList();
    }

    /** Notices in the operator's chat for the people who signed in last, numbered from a first one on. */
    void noticesOfNewest(int people, long firstNotice) {
        population.notices(newest.subList(newest.size() - people, newest.size()), firstNotice);
    }

    /** As the desk itself would have stored it; the work of one is enough for all. */
    private static String hash() {
        var salt = new byte[32];
        try {
            var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, ITERATIONS, KEY_BITS));
            var base64 = Base64.getEncoder();
            return "PBKDF2WithHmacSHA512:" + ITERATIONS + ":" + base64.encodeToString(salt) + ":"
                    + base64.encodeToString(key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signIn(String email) {
        var cookies = UnquotedCookies.manager();
        var client = HttpClient.newBuilder().cookieHandler(cookies).build();
        var address = URI.create("http://localhost:" + rig.desk().port() + "/account/sign-in/");
        var fields = new LinkedHashMap<String, String>();
        Jsoup.parse(send(client, HttpRequest.newBuilder(address).GET()).body())
                .select("main form[method=post] input[type=hidden]")
                .forEach(hidden -> fields.put(hidden.attr("name"), hidden.val()));
        fields.put("email", email);
        fields.put("password", PASSWORD);
        var answer = send(
                client,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(email + " could not sign in: " + answer.statusCode());
        }
        return cookies.getCookieStore().getCookies().stream().map(Readers::pair).collect(Collectors.joining("; "));
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
