package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as others write them than today's browsers: understood, or refused, but never stored as something else. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class FormEncodingIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WORDS = "Здравствуйте, ёж";

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @ParameterizedTest
    @CsvSource({"50%+off, 50% off", "100%, 100%", "%zz, %zz", "a%00b, ab", "%E2%82%AC%, €%"})
    void aPercentSignIsTakenAsItStands(String written, String meant) {
        var ann = desk.signedIn("Ann");
        assertEquals(303, send(ann, FORM, hidden(ann) + "&message=" + written).status());
        assertEquals(meant, last(ann));
        assertEquals(200, get(ann, "/support/?before=" + written));
        assertEquals(303, get(ann, "/account/sign-in/?next=" + written));
        assertEquals(200, get(ann, "/api/feedback/threads/?x=" + written));
    }

    @Test
    void theCharsetIsTheOneThatIsNamed() {
        var ann = desk.signedIn("Ann");
        var charset = Charset.forName("windows-1251");
        String message = "&message=" + URLEncoder.encode(WORDS, charset);
        send(ann, FORM + "; charset=windows-1251", hidden(ann) + message).expect(303);
        assertEquals(WORDS, last(ann));
        String field = "&_charset_=windows-1251" + message.replace("message", "subject") + message;
        assertEquals(303, send(ann, FORM, hidden(ann) + field).status());
        assertEquals(WORDS, last(ann));
        assertEquals(400, send(ann, FORM, hidden(ann) + message).status());
        assertEquals(
                400,
                send(ann, FORM + "; charset=klingon", hidden(ann) + message).status());
        assertEquals(2, ann.thread().getJsonArray("messages").size());
    }

    @Test
    void partsOfAFormHaveCharsetsOfTheirOwn() {
        var ann = desk.signedIn("Ann");
        var charset = Charset.forName("windows-1251");
        String named =
                "--X\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Disposition: form-data; name=message\r\n\r\n"
                        + WORDS + "\r\n--X--\r\n";
        String told = "--X\r\nContent-Disposition: form-data; name=_charset_\r\n\r\nwindows-1251\r\n"
                + plain("message", WORDS, "\r\n");
        for (String end : List.of(named, told + "--X--")) {
            assertEquals(
                    303,
                    send(ann, "multipart/form-data; boundary=X", parts(ann, "\r\n") + end, charset)
                            .status());
            assertEquals(WORDS, last(ann));
        }
        String untold = parts(ann, "\r\n") + plain("message", WORDS, "\r\n") + "--X--";
        assertEquals(
                400,
                send(ann, "multipart/form-data; boundary=X", untold, charset).status());
        assertEquals(2, ann.thread().getJsonArray("messages").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void theFormIsReadHoweverItIsLaidOut(String line) {
        var ann = desk.signedIn("Ann");
        String body = "a preamble" + line + parts(ann, line)
                + "--X  " + line + "Content-Type: text/plain" + line + "Content-Disposition: form-data; name=message"
                + line + line
                + "laid out" + line
                + "--X" + line + "Content-Disposition: form-data; filename*=UTF-8''%D1%91.txt; name=files" + line + line
                + "a file" + line + "--X--" + line + "an epilogue";
        assertEquals(303, send(ann, "multipart/form-data; boundary=\"X\"", body).status());
        var message = ann.thread().getJsonArray("messages").getJsonObject(0);
        assertEquals("laid out", message.getString("text"));
        assertEquals("ё.txt", message.getJsonArray("files").getJsonObject(0).getString("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=Y"})
    void aFormThatCannotBeReadIsABadRequest(String type) {
        var ann = desk.signedIn("Ann");
        assertEquals(400, send(ann, type, parts(ann, "\r\n") + "--X--").status());
    }

    @Test
    void jsonIsReadInTheCharsetThatIsNamed() {
        var ann = desk.signedIn("Ann");
        String json = "{\"message\":\"" + WORDS + "\"}";
        for (String charset : List.of("utf-16", "utf-16le", "windows-1251", "UTF-8")) {
            assertEquals(
                    201, api(ann, "application/json; charset=" + charset, json.getBytes(Charset.forName(charset))));
            assertEquals(WORDS, last(ann));
        }
        assertEquals(201, api(ann, "application/json", ("\uFEFF" + json).getBytes(StandardCharsets.UTF_8)));
        assertEquals(400, api(ann, "application/json", json.getBytes(Charset.forName("windows-1251"))));
        assertEquals(400, api(ann, "application/json", json.getBytes(StandardCharsets.UTF_16)));
        assertEquals(5, ann.thread().getJsonArray("messages").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "", "../../etc/passwd", "0", "'; drop table users; --"})
    void anIdThatIsNoneIsUnknown(String id) {
        var ann = desk.signedIn("Ann");
        assertEquals(
                422,
                api(
                        ann,
                        "application/json",
                        ("{\"message\":\"a\",\"files\":[\"" + id + "\"]}").getBytes(StandardCharsets.UTF_8)));
        String form = hidden(ann) + "&message=a&file="
                + URLEncoder.encode(id.replace("\\u0000", "\0"), StandardCharsets.UTF_8);
        assertEquals(422, send(ann, FORM, form).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%2500", "%ED%A0%80", "%FF"})
    void anAddressThatCannotBeStoredIsNotThere(String segment) {
        var ann = desk.signedIn("Ann");
        for (String path : List.of("/api/feedback/files/", "/account/confirm/", "/account/reset/")) {
            int status = get(ann, path + segment + "/");
            assertTrue(status >= 400 && status < 500, path + segment + ": " + status);
        }
        for (String query : List.of("threads/?before=", "threads/?user=", "events/?user=")) {
            int status = get(ann, "/api/feedback/" + query + segment);
            assertTrue(status >= 400 && status < 500, query + segment + ": " + status);
        }
    }

    @Test
    void aFileNameInAnotherCharsetIsRefused() {
        var ann = desk.signedIn("Ann");
        var upload = ann.request("/api/feedback/files/?name=%F1%F7%B8%F2.txt")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"));
        assertEquals(400, ann.send(upload).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%25",
                "/%2525",
                "/%25zz",
                "/support/%",
                "/%00",
                "/%0D%0ASet-Cookie:a=b",
                "//evil.example",
                "/%5Cevil.example",
                "/%2F%2Fevil.example"
            })
    void anAddressToGoOnToThatIsNoneLeadsHome(String next) {
        var ann = desk.signedIn("Ann");
        assertEquals(303, get(ann, "/account/sign-in/?next=" + next));
        var typed = Map.of(
                "email", ann.email(),
                "password", Browser.PASSWORD,
                "next", URLDecoder.decode(next.replaceAll("%$", "%25"), StandardCharsets.UTF_8));
        var sent = desk.visitor().submit("/account/sign-in/", typed).expect(303);
        assertEquals(desk.url().getAuthority(), sent.location().orElseThrow().getAuthority());
    }

    /** As it is written here: a client library would not send every address. */
    private int get(Browser person, String path) {
        try (var request = RawRequest.begin(desk, person, "GET " + path, "Connection: close")) {
            return request.status();
        }
    }

    private static String hidden(Browser person) {
        return Forms.encode(fields(person));
    }

    private static String parts(Browser person, String line) {
        return fields(person).entrySet().stream()
                .map(field -> plain(field.getKey(), field.getValue(), line))
                .collect(Collectors.joining());
    }

    private static String plain(String name, String value, String line) {
        return "--X" + line + "Content-Disposition: form-data; name=" + name + line + line + value + line;
    }

    private static Map<String, String> fields(Browser person) {
        return person.get("/support/").form(Map.of()).fields();
    }

    private static Page send(Browser person, String type, String body) {
        return send(person, type, body, StandardCharsets.UTF_8);
    }

    private static Page send(Browser person, String type, String body, Charset charset) {
        return person.send(person.request("/support/")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body.getBytes(charset))));
    }

    private static int api(Browser person, String type, byte[] body) {
        return person.send(person.request("/api/feedback/submit/")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)))
                .status();
    }

    private static String last(Browser person) {
        var messages = person.thread().getJsonArray("messages");
        return messages.getJsonObject(messages.size() - 1).getString("text");
    }
}
