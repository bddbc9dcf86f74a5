package org.answerline.operations.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.answerline.platform.config.LookSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the look that an owner wants is one line at the start. */
class LookSettingsCheckTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SUPPORT_NAME, Example’s help desk",
        "SUPPORT_COLOUR, #1a5fb4",
        "SUPPORT_COLOUR, #FFDD00",
        "SUPPORT_HOME, https://shop.example.org",
        "SUPPORT_HOME, /shop/?a=b",
        "SUPPORT_IMPRINT_URL, https://shop.example.org/imprint#top",
        "SUPPORT_PRIVACY_URL, /privacy"
    })
    void whatIsRightIsTaken(String name, String value) {
        assertEquals(List.of(), problems(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPORT_NAME, 'Two\nlines'",
        "SUPPORT_NAME, 1234567890123456789012345678901234567890123456789012345678901",
        "SUPPORT_COLOUR, green",
        "SUPPORT_COLOUR, #fff",
        "SUPPORT_COLOUR, '#1a5fb4;}'",
        "SUPPORT_HOME, javascript:alert(1)",
        "SUPPORT_HOME, //elsewhere.example",
        "SUPPORT_HOME, shop.example.org",
        "SUPPORT_IMPRINT_URL, 'https://shop.example.org/a b'",
        "SUPPORT_PRIVACY_URL, mailto:ann@example.org",
        "SUPPORT_LOGO, /no/such/file.svg",
        "SUPPORT_LOGO, /",
        "SUPPORT_TEXTS, /no/such/folder",
        "SUPPORT_LANGUAGE, de"
    })
    void whatIsWrongIsOneLine(String name, String value) {
        var problems = problems(name, value);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(name), problems.toString());
    }

    @Test
    void aLogoIsWhatItsContentIs() throws IOException {
        assertEquals(
                "image/svg+xml", type("<?xml version=\"1.0\"?>\n<!-- ours -->\n<svg xmlns=\"x\"/>".getBytes(UTF_8)));
        assertEquals("image/svg+xml", type("<svg xmlns=\"x\"><path/></svg>".getBytes(UTF_8)));
        assertEquals("image/png", type(HexFormat.of().parseHex("89504e470d0a1a0a0000")));
        assertEquals("image/webp", type(HexFormat.of().parseHex("524946460a00000057454250")));
    }

    @Test
    void anotherFileOrALargeOneIsNone() throws IOException {
        assertEquals(
                1,
                problems("SUPPORT_LOGO", file("<html><svg></svg></html>".getBytes(UTF_8)))
                        .size());
        assertEquals(1, problems("SUPPORT_LOGO", file(new byte[0])).size());
        var large = new byte[200_001];
        System.arraycopy("<svg >".getBytes(UTF_8), 0, large, 0, 6);
        var problems = problems("SUPPORT_LOGO", file(large));
        assertTrue(problems.get(0).contains("200 KB"), problems.toString());
    }

    @Test
    void eachFlawOfATextIsALineOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("texts_en.properties"), "page.skp=x\naccount.confirmed.text=no place\n");
        Files.writeString(folder.resolve("texts_de.properties"), "page.skip=Zum Inhalt\n");
        var problems = problems("SUPPORT_TEXTS", folder.toString());
        assertEquals(3, problems.size(), problems.toString());
        problems.forEach(problem -> assertTrue(problem.startsWith("SUPPORT_TEXTS: texts_"), problem));
        assertTrue(problems.toString().contains("{0}"), problems.toString());
    }

    private String type(byte[] content) throws IOException {
        var path = file(content);
        assertEquals(List.of(), problems("SUPPORT_LOGO", path));
        return new Settings(Map.of("SUPPORT_LOGO", path)::get)
                .get(LookSettings.LOGO)
                .type();
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("logo"), content).toString();
    }

    private static List<String> problems(String name, String value) {
        var all = new HashMap<>(
                Map.of("TELEGRAM_SUPPORT_BOT_TOKEN", "123456:AAbbCC_-dd", "TELEGRAM_ADMIN_CHAT_ID", "500"));
        all.put(name, value);
        return SettingsCheck.problems(new Settings(all::get)).stream()
                .map(problem -> problem.text(Texts.in("en")))
                .toList();
    }
}
