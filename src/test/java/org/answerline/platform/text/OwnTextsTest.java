package org.answerline.platform.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.answerline.platform.text.OwnTexts.Flaw;
import org.answerline.platform.text.OwnTexts.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner's own texts replace those of the product; what is wrong with them is found before they are used. */
@Isolated
class OwnTextsTest {
    private static final String GERMAN = "texts_de.properties";

    @TempDir
    private Path folder;

    @AfterEach
    void installNone() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Texts.install(read());
    }

    @Test
    void aTextTakesThePlaceOfTheProductsInItsLanguageOnly() throws IOException {
        String russian = Texts.in("ru").get("page.footer");
        String other = Texts.in("en").get("page.skip");
        write("texts_en.properties", "page.footer=It''s ours\naccount.confirmed.text=Thanks, {0}!");
        assertEquals(List.of(), read().flaws());
        Texts.install(read());
        assertEquals("It's ours", Texts.in("en").get("page.footer"));
        assertEquals("Thanks, Ann!", Texts.in("en").get("account.confirmed.text", "Ann"));
        assertEquals(other, Texts.in("en").get("page.skip"));
        assertEquals(russian, Texts.in("ru").get("page.footer"));
    }

    @Test
    void aLanguageIsAddedWithAllThatUsersRead() throws IOException {
        assertEquals(Optional.empty(), Texts.spoken("de-AT"));
        write(GERMAN, german());
        assertEquals(List.of(), read().flaws());
        Texts.install(read());
        assertEquals(Optional.of("de"), Texts.spoken("de-AT"));
        assertEquals("Zum Inhalt", Texts.in("de").get("page.skip"));
        assertEquals("de", Texts.in("de").locale().toLanguageTag());
        assertEquals(
                Texts.in("en").get("telegram.operator.help"),
                Texts.in("de").get("telegram.operator.help"),
                "what only operators read may stay English");
    }

    @Test
    void aLanguageThatLacksTextsIsOneFlaw() throws IOException {
        write(GERMAN, "page.skip=Zum Inhalt");
        var flaw = only();
        assertEquals(Kind.MISSING, flaw.kind());
        assertEquals(GERMAN, flaw.details().get(0));
        assertTrue(Integer.parseInt(flaw.details().get(1)) > 200, flaw.toString());
        assertTrue(flaw.details().get(2).startsWith("account."), flaw.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page.skp=x | KEY",
                "page.skip= | FORMAT",
                "page.footer=It's ours | FORMAT",
                "account.confirmed.text=Ours | PLACEHOLDERS",
                "account.confirmed.text={0} and {1} | PLACEHOLDERS",
                "account.confirmed.text={0 | FORMAT",
                "account.confirmed.text=it's {0} | FORMAT",
                "account.confirmed.text={name} | FORMAT",
                "account.confirmed.text={0,number} | FORMAT",
                "account.confirmed.text={0,date} | FORMAT",
                "'telegram.user.missed={0,choice,1#one|1<{number}}' | FORMAT",
                "hours.pattern=EEEE, d MMMM b | FORMAT",
                "hours.pattern=pH | FORMAT",
                "plural.one=( | FORMAT"
            })
    void aWrongTextIsOneFlaw(String line, Kind kind) throws IOException {
        write("texts_ru.properties", line);
        var flaw = only();
        assertEquals(kind, flaw.kind());
        assertEquals(
                List.of("texts_ru.properties", line.replaceFirst("=.*", "")),
                flaw.details().subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telegram.user.missed={0,choice,1#One answer|1<{0} answers}",
                "telegram.user.missed=Answers: {0}",
                "page.file.kilobytes={0} KB",
                "hours.pattern=EEEE, d. MMMM, HH:mm ''Uhr''"
            })
    void aTextMayFormatItsArgumentsInAnotherWay(String line) throws IOException {
        write("texts_en.properties", line);
        assertEquals(List.of(), read().flaws());
    }

    @Test
    void theTextsAboutOpeningHoursAreForUsers() throws IOException {
        write(GERMAN, german().replaceAll("(?m)^hours\\..*$", ""));
        assertEquals(
                new Flaw(
                        Kind.MISSING,
                        List.of(GERMAN, "4", "hours.closed, hours.closed.unknown, hours.moment, hours.pattern")),
                only());
    }

    @ParameterizedTest
    @CsvSource({"german.properties", "texts_xx.properties", "texts_DE.properties", "texts_.properties"})
    void aFileThatNamesNoLanguageIsOneFlaw(String name) throws IOException {
        write(name, "page.skip=x");
        assertEquals(new Flaw(Kind.FILE, List.of(name)), only());
    }

    @Test
    void aFileInAnotherEncodingIsOneFlaw() throws IOException {
        Files.write(folder.resolve("texts_en.properties"), "page.skip=Grüße".getBytes(ISO_8859_1));
        assertEquals(Kind.UNREADABLE, only().kind());
        write("texts_en.properties", "page.skip=\\u00");
        assertEquals(Kind.UNREADABLE, only().kind());
    }

    @Test
    void otherFilesAreLeftAloneAndAFolderIsNeeded() throws IOException {
        write("README.txt", "x");
        assertEquals(List.of(), read().flaws());
        String file = folder.resolve("README.txt").toString();
        assertThrows(IllegalArgumentException.class, () -> OwnTexts.read(file));
        assertThrows(IllegalArgumentException.class, () -> OwnTexts.read("/no/such/folder"));
    }

    /** The English texts that users read, one of them translated. */
    private static String german() throws IOException {
        var texts = new Properties();
        Texts.ofProduct().keys().stream()
                .filter(key -> !key.matches(
                        "(doctor|setting|alarm|telegram\\.(operator|card|command|notice)|page\\.owner)\\..*"))
                .forEach(key -> texts.setProperty(key, Texts.ofProduct().pattern(key)));
        texts.setProperty("page.skip", "Zum Inhalt");
        var file = new StringWriter();
        texts.store(file, null);
        return file.toString();
    }

    private Flaw only() {
        var flaws = read().flaws();
        assertEquals(1, flaws.size(), flaws.toString());
        return flaws.get(0);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private OwnTexts read() {
        return OwnTexts.read(folder.toString());
    }
}
