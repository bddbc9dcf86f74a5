package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users see the look, the name and the links of the site's owner, and the product nowhere. */
@UsesDesk(together = SharedDesk.MAIL)
class OwnLookIT {
    static final String NAME = "Müller’s help desk";
    static final String COLOUR = "#ffdd00";
    static final String HOME = "https://shop.example.org/";
    static final String IMPRINT = "https://shop.example.org/imprint";
    static final String PRIVACY = "/privacy/";

    private static final String LOGO =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="96" height="32"><script>document.title = "hacked"</script>
            <rect width="96" height="32" fill="#1a5fb4" onclick="alert(1)"/></svg>
            """;

    private static final String FOOTER = "We answer from Monday to Friday.";
    private static final String GERMAN = "Zum Inhalt springen";

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
    }

    static String logo() {
        try {
            return Files.writeString(Files.createTempFile("logo", ".svg"), LOGO).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One text in English, and German with all texts, one of them translated. */
    static String texts() {
        try {
            var folder = Files.createTempDirectory("texts");
            var product = Files.readString(Path.of("src/main/resources/texts_en.properties"));
            Files.writeString(folder.resolve("texts_en.properties"), "page.footer=" + FOOTER + "\n");
            Files.writeString(folder.resolve("texts_de.properties"), product + "\npage.skip=" + GERMAN + "\n");
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "/support/", "/account/", "/account/telegram/", "/account/data/", "/account/sign-out/", "/nothing/");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsTheOwners(String path) {
        for (Browser browser : new Browser[] {desk.visitor(), desk.signedIn("Anna")}) {
            var html = browser.follow(browser.get(path)).html();
            assertTrue(html.title().endsWith(" · " + NAME), html.title());
            assertFalse(namesProduct(html.text()), html.text());
            var brand = html.selectFirst("a.brand");
            assertEquals(HOME, brand.attr("href"));
            assertEquals(NAME, brand.text());
            assertEquals("", brand.selectFirst("img.logo").attr("alt"), "the name stands beside it");
            assertEquals(1, html.select("footer a[href=" + IMPRINT + "]").size());
            assertEquals(1, html.select("footer a[href=" + PRIVACY + "]").size());
        }
    }

    @Test
    void theLogoIsServedSoThatItRunsNothing() {
        var address =
                desk.visitor().get("/support/").html().selectFirst("img.logo").attr("src");
        var logo = desk.visitor().get(address).expect(200);
        assertEquals(LOGO, logo.body());
        assertEquals(
                "image/svg+xml",
                logo.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
        var policy = logo.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.endsWith("; sandbox"), policy);
        assertEquals(
                "nosniff", logo.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(logo.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        var ofAnotherNode =
                desk.visitor().get(address.replaceFirst("v=.*", "v=0")).expect(200);
        assertEquals(
                "no-store", ofAnotherNode.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    @Tag("main-loop")
    void theColourReachesPagesAndWidget() {
        var page = desk.visitor().get("/support/").html();
        var address = page.selectFirst("link[rel=stylesheet][href*=colours]").attr("href");
        var css = desk.visitor().get(address).expect(200);
        assertTrue(css.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
        assertTrue(css.body().contains("--accent:" + COLOUR), "in dark mode it is light enough: " + css.body());
        assertFalse(css.body().startsWith(":root{--accent:" + COLOUR), "on white it is too light: " + css.body());
        var widget = desk.visitor().get("/api/feedback/widget/").expect(200).body();
        try (var reader = Json.createReader(new StringReader(widget))) {
            var json = reader.readObject();
            assertEquals(COLOUR, json.getString("colour"));
            assertFalse(namesProduct(json.get("texts").toString()));
        }
    }

    @Test
    void theOwnersTextsTakeThePlaceOfTheProducts() {
        var english = desk.visitor().get("/support/").html();
        assertEquals(FOOTER, english.select("footer p").first().text());
        var visitor = desk.visitor();
        var german = visitor.send(visitor.request("/support/")
                        .setHeader("Accept-Language", "de-AT,en;q=0.5")
                        .GET())
                .html();
        assertEquals("de", german.selectFirst("html").attr("lang"));
        assertEquals(GERMAN, german.selectFirst("a.skip").text());
        var widget = desk.visitor().get("/api/feedback/widget/?language=de").expect(200);
        assertTrue(widget.body().contains("\"language\":\"de\""), widget.body());
    }

    @Test
    void telegramAndEmailsNameTheProductNowhere() {
        var boris = Customer.linked(desk, "Boris");
        boris.telegram().write("/help");
        boris.receives("/missed");
        assertFalse(namesProduct(boris.received().toString()), boris.received().toString());
        var clara = desk.signUp("Clara");
        var confirm = desk.mail().awaitLetter(clara.email(), 1);
        assertFalse(namesProduct(MailServer.text(confirm)));
        var page = clara.get(MailServer.link(confirm)).html();
        assertTrue(page.title().endsWith(NAME), page.title());
    }

    private static boolean namesProduct(String text) {
        return text.toLowerCase(Locale.ROOT).contains("answerline");
    }
}
