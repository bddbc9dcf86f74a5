package org.answerline.promises;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that no client should send and some do: made from a seed, so that a failure can be made again. */
final class FuzzedRequests {
    private static final List<String> PATHS = List.of(
            "/",
            "/support/",
            "/support/sent/",
            "/account/",
            "/account/sign-in/",
            "/account/sign-up/",
            "/account/sign-out/",
            "/account/sign-out/done/",
            "/account/password/",
            "/account/password/changed/",
            "/account/reset/",
            "/account/reset/abc",
            "/account/confirm/",
            "/account/confirm/abc",
            "/account/callback/",
            "/account/telegram/",
            "/account/telegram/another/",
            "/account/telegram/unlink/",
            "/account/data/",
            "/account/data/erase/",
            "/account/data/erased/",
            "/account/data/export/",
            "/api/feedback/submit/",
            "/api/feedback/threads/",
            "/api/feedback/events/",
            "/api/feedback/files/",
            "/api/feedback/files/1",
            "/api/feedback/files/8b2c5e1e-0000-4000-8000-000000000000",
            "/api/feedback/widget",
            "/api/openapi.json",
            "/telegram/support-webhook/",
            "/owner/",
            "/owner/metrics",
            "/owner/health",
            "/health",
            "/health/ready",
            "/health/live",
            "/health/started",
            "/assets/site.css",
            "/widget/",
            "/widget/answerline.js",
            "/metrics",
            "/openapi",
            "/error",
            "/nothing");
    private static final List<String> ENDS = List.of(
            "?",
            "?&&=&",
            "?limit=-1",
            "?limit=99999999999999999999",
            "?before=x%00",
            "?next=/%25",
            "?next=%zz",
            "?next=//evil.example",
            "?next=%0d%0aSet-Cookie:a=b",
            "?language=%00",
            "?language=ru_RU",
            "?name=%FF%FE",
            "?name=" + "n".repeat(3_000),
            "?user=1",
            "?user=99999999999999999999",
            "?last_event_id=-1.x",
            "?v=",
            "?code=a&state=%E2%28",
            "?q=страница",
            "?a[]=1&b={}|\\^`",
            "/../",
            "/..;/",
            "//",
            "/%2e%2e/%2e%2e/",
            "/%00",
            "%",
            "%zz",
            "/%c0%af",
            ";jsessionid=1",
            ";a=b/",
            "/{id}",
            "/|",
            "/\\",
            "/привет/",
            "/" + "long".repeat(1_000),
            "/9223372036854775808",
            "/-1",
            "#part");
    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE",
            "FOO");
    private static final List<String> VALUES = List.of(
            "",
            "*",
            ",",
            ";",
            "\"",
            "=",
            "Москва",
            "\ud83d\ude00",
            "a\tb",
            "null",
            "-1",
            "0",
            "99999999999999999999",
            "1.5",
            "%00",
            "%",
            "en_US",
            "ru;q=1.0000",
            "en;q=x",
            "text/html;q=1.0000",
            "application/xhtml+xml",
            "text",
            "*/*;q=",
            "bytes=0-1",
            "bytes=-1",
            "bytes=5-2",
            "bytes=0-0,1-1,2-2,3-3",
            "bytes=a",
            "yesterday",
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Basic",
            "Basic !!!",
            "Basic OjpcAA==",
            "Bearer x",
            "W/\"",
            "\"abc\"",
            "https",
            "same-origin",
            "cross-site",
            "https://evil.example",
            "2001:db8::1",
            "[::1]:80",
            "300.1.1.1",
            "203.0.113.7:1, unknown",
            "gzip",
            "identity;q=0",
            "${jndi:ldap://x}",
            "<script>",
            "' or 1=1 --",
            "x".repeat(6_000));
    private static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Authorization",
            "Cookie",
            "Origin",
            "Referer",
            "Range",
            "If-Range",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Last-Event-ID",
            "Idempotency-Key",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "Forwarded",
            "X-Request-Id",
            "traceparent",
            "X-HTTP-Method-Override",
            "X-Telegram-Bot-Api-Secret-Token",
            "Sec-Fetch-Site",
            "Access-Control-Request-Method",
            "X-CSRF-TOKEN",
            "Content-Language",
            "Content-Encoding",
            "User-Agent",
            "Via",
            "TE",
            "Upgrade",
            "Pragma",
            "From",
            "X-Remote-Email",
            "X-Anything",
            "Max-Forwards");
    private static final List<String> CHARSETS = List.of(
            "",
            "",
            "",
            ";charset=UTF-8",
            ";charset=windows-1251",
            ";charset=\"",
            ";charset=nothing",
            ";charset=UTF-16",
            ";charset=UTF-7",
            ";charset=");
    private static final List<String> FIELDS = List.of(
            "subject",
            "message",
            "files",
            "email",
            "password",
            "full_name",
            "old_password",
            "next",
            "_csrf",
            "_method",
            "confirm",
            "token",
            "user",
            "x");
    private static final List<String> TEXTS = List.of(
            "hello",
            "",
            "50%+off",
            "%",
            "%zz",
            "%E2%28",
            "\u0000",
            "%00",
            "a\u0001b",
            "Привет",
            "\ud83d",
            "\ufffd",
            "x".repeat(5_000),
            "/%25",
            "null",
            "[]");
    private static final List<String> JSONS = List.of(
            "",
            "{",
            "{}",
            "[]",
            "null",
            "\"a\"",
            "1e999",
            "{\"message\":null}",
            "{\"message\":1}",
            "{\"message\":\"a\",\"files\":[\"\\u0000\"]}",
            "{\"message\":\"a\",\"files\":\"x\"}",
            "{\"message\":\"a\",\"files\":[null,1,{}]}",
            "{\"message\":\"\\ud800\"}",
            "{\"message\":\"\\u0000\"}",
            "{\"message\":\"a\",\"message\":\"b\"}",
            "{\"subject\":{\"a\":[]},\"message\":\"a\"}",
            "[".repeat(5_000),
            "{\"a\":".repeat(3_000),
            "\ufeff{\"message\":\"a\"}",
            "{\"update_id\":1}",
            "{\"update_id\":\"x\"}",
            "{\"update_id\":1e400}",
            "{\"update_id\":7,\"message\":{}}",
            "{\"update_id\":8,\"message\":{\"message_id\":\"a\",\"chat\":[]}}",
            "{\"update_id\":99999999999999999999}");

    /** One request; the words say what it is. */
    record OddRequest(String method, String target, byte[] bytes) {
        boolean isStream() {
            return target.contains("/events");
        }

        @Override
        public String toString() {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.substring(0, Math.min(text.length(), 1_500));
        }
    }

    private final Random random;
    private final String host;

    FuzzedRequests(long seed, String host) {
        random = new Random(seed);
        this.host = host;
    }

    /** The next; with a cookie and a form's token it comes from somebody who is signed in, mostly. */
    OddRequest next(String cookie, String token) {
        String method = one(METHODS);
        String target = one(PATHS) + (random.nextInt(3) == 0 ? one(ENDS) : "");
        var head = new ArrayList<String>();
        head.add("Host: " + (random.nextInt(30) == 0 ? one(VALUES) : host));
        if (!cookie.isEmpty() && random.nextInt(10) > 0) {
            head.add("Cookie: " + cookie + (random.nextInt(5) == 0 ? "; " + one(VALUES) : ""));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            head.add(one(NAMES) + ": " + one(VALUES));
        }
        byte[] body = method.equals("GET") && random.nextInt(10) > 0 ? new byte[0] : body(head, token);
        if (body.length > 0 || random.nextInt(3) == 0) {
            // Now and then more is promised than comes.
            head.add("Content-Length: " + (random.nextInt(25) == 0 ? body.length + 10 : body.length));
        }
        head.add("Connection: close");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", head) + "\r\n\r\n")
                .getBytes(random.nextInt(6) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return new OddRequest(method, target, bytes.toByteArray());
    }

    private byte[] body(List<String> head, String token) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> form(head, token);
            case 2, 3 -> multipart(head, token);
            case 4 -> json(head);
            default -> noise(head);
        };
    }

    private byte[] form(List<String> head, String token) {
        head.add("Content-Type: application/x-www-form-urlencoded" + one(CHARSETS));
        var fields = new ArrayList<String>();
        if (random.nextInt(4) > 0) {
            fields.add("_csrf=" + token);
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.add(one(FIELDS) + (random.nextInt(8) == 0 ? "" : "=" + one(TEXTS)));
        }
        return String.join(random.nextInt(10) == 0 ? ";" : "&", fields).getBytes(charset());
    }

    private byte[] multipart(List<String> head, String token) {
        String boundary = one(List.of("b", "----form", "\"quoted\"", "'", "x".repeat(100), "a b", ""));
        head.add("Content-Type: multipart/" + one(List.of("form-data", "form-data", "form-data", "mixed", "FORM-DATA"))
                + "; boundary=" + boundary + one(CHARSETS));
        String line = random.nextInt(8) == 0 ? "\n" : "\r\n";
        String mark = "--" + boundary.replace("\"", "");
        var body = new StringBuilder(random.nextInt(6) == 0 ? "preamble" + line : "");
        body.append(part(mark, line, "name=\"_csrf\"", token));
        for (int i = random.nextInt(6); i > 0; i--) {
            String quote = one(List.of("\"", "\"", "\"", ""));
            String name = "name=" + quote + one(FIELDS) + quote;
            String file = random.nextInt(3) == 0 ? "; filename=\"" + one(TEXTS) + "\"" : "";
            body.append(part(mark, line, name + file, one(TEXTS)));
        }
        return body.append(random.nextInt(6) == 0 ? "" : mark + "--" + line)
                .toString()
                .getBytes(charset());
    }

    private String part(String mark, String line, String disposition, String content) {
        String type = one(List.of(
                "",
                "",
                "Content-Type: text/plain",
                "Content-Type: nothing",
                "Content-Type: text/plain; charset=windows-1251"));
        String named = one(List.of(
                "Content-Disposition: form-data; ",
                "Content-Disposition: form-data; ",
                "content-disposition:form-data;",
                "X: "));
        String headers = type.isEmpty()
                ? named + disposition
                : random.nextBoolean() ? type + line + named + disposition : named + disposition + line + type;
        return mark + line + headers + line + (random.nextInt(12) == 0 ? "" : line) + content + line;
    }

    private byte[] json(List<String> head) {
        head.add("Content-Type: "
                + one(List.of(
                        "application/json", "application/json", "text/json", "application/problem+json", "text/plain"))
                + one(CHARSETS));
        return one(JSONS).getBytes(charset());
    }

    private byte[] noise(List<String> head) {
        if (random.nextInt(3) > 0) {
            head.add("Content-Type: "
                    + one(List.of(
                            "application/octet-stream",
                            "image/png",
                            "text/html",
                            "a",
                            "a/b/c",
                            "*/*",
                            ";",
                            "текст/всё")));
        }
        var bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Charset charset() {
        return one(List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                Charset.forName("windows-1251"),
                StandardCharsets.UTF_16));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
