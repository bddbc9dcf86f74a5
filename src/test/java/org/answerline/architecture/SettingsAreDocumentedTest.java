package org.answerline.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.HoursSettings;
import org.answerline.platform.config.IdentitySettings;
import org.answerline.platform.config.LimitSettings;
import org.answerline.platform.config.LookSettings;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.ServerSettings;
import org.answerline.platform.config.Setting;
import org.answerline.platform.config.SettingCatalogue;
import org.answerline.platform.config.SignInSettings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting has one definition; the tables of the documents are made of them. */
class SettingsAreDocumentedTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path CONFIG = MAIN.resolve("org/answerline/platform/config");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:(?:TELEGRAM|SUPPORT|DATABASE|OIDC|SMTP)_[A-Z_]*[A-Z]|HTTP_PORT)\\b");
    /** A name alone in quotes, or at the beginning of a message. */
    private static final Pattern NAME_IN_CODE = Pattern.compile("\"" + NAME.pattern());

    /** With -Dsettings.write=true the tables are written; otherwise they have to be as they would be written. */
    @ParameterizedTest
    @CsvSource({
        "docs/operating.md, general",
        "docs/look.md, look",
        "docs/sign-in.md, mail",
        "docs/sign-in.md, openid",
        "docs/sign-in.md, container"
    })
    void theTablesAreMadeOfTheDefinitions(Path document, String name) throws IOException {
        var rows = table(
                switch (name) {
                    case "look" -> SettingCatalogue.LOOK;
                    case "mail" -> SettingCatalogue.MAIL;
                    case "openid" -> SettingCatalogue.OPENID;
                    case "container" -> SettingCatalogue.CONTAINER;
                    default -> SettingCatalogue.GENERAL;
                });
        var text = Files.readString(document);
        var place = Pattern.compile("(?s)(<!-- settings: " + name + " -->\n).*?(<!-- /settings -->\n)")
                .matcher(text);
        assertTrue(place.find(), document + " has no place for the table " + name);
        var right = place.replaceFirst(Matcher.quoteReplacement(place.group(1) + rows + place.group(2)));
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(document, right);
        } else {
            assertEquals(
                    right,
                    text,
                    "Write the tables with mvn test -Dtest=SettingsAreDocumentedTest -Dsettings.write=true");
        }
    }

    @Test
    void theCatalogueListsEachDefinitionOnce() {
        var defined = Stream.of(
                        TelegramSettings.class,
                        SiteSettings.class,
                        SignInSettings.class,
                        IdentitySettings.class,
                        MailSettings.class,
                        GuestSettings.class,
                        LimitSettings.class,
                        HoursSettings.class,
                        LookSettings.class,
                        ServerSettings.class)
                .flatMap(topic -> Stream.of(topic.getDeclaredFields()))
                .filter(field -> field.getType() == Setting.class && Modifier.isPublic(field.getModifiers()))
                .map(SettingsAreDocumentedTest::setting)
                .toList();
        assertEquals(defined.size(), SettingCatalogue.all().size());
        assertEquals(Set.copyOf(defined), Set.copyOf(SettingCatalogue.all()));
        assertEquals(names(SettingCatalogue.all().stream().map(Setting::name)).size(), defined.size());
    }

    /** Elsewhere the code names the constant. The command line's help cannot, and names settings in sentences. */
    @Test
    void noOtherCodeRepeatsAName() {
        var others = javaIn(MAIN)
                .filter(file -> !file.startsWith(CONFIG))
                .flatMap(file -> NAME_IN_CODE
                        .matcher(content(file))
                        .results()
                        .map(found -> file.getFileName() + " " + found.group()))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void noOtherCodeReadsASettingByItself() {
        var others = javaIn(MAIN)
                .filter(file -> !file.startsWith(CONFIG))
                .filter(file -> content(file).matches("(?s).*(@ConfigProperty|System\\.getenv|System::getenv).*"))
                .map(Path::getFileName)
                .toList();
        assertEquals(List.of(), others);
    }

    /** In code, texts, documents and the servers' configuration; what is named is read. */
    @Test
    void noTextNamesASettingThatDoesNotExist() {
        var known = names(SettingCatalogue.all().stream().flatMap(setting -> setting.names().stream()));
        var named = names(Stream.of(
                        javaIn(MAIN),
                        files(Path.of("src/main/resources"), ".properties"),
                        files(Path.of("docs"), ".md"),
                        files(Path.of("server-config"), ""))
                .flatMap(files -> files)
                .flatMap(file -> NAME.matcher(content(file)).results().map(found -> found.group())));
        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    @Test
    void eachMessageHasItsTextInEveryLanguage() throws IOException {
        var keys = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)?)\"");
        var code = javaIn(MAIN)
                .filter(file -> file.startsWith(CONFIG) || file.endsWith("SettingsCheck.java"))
                .map(SettingsAreDocumentedTest::content)
                .collect(joining());
        var inCode = names(keys.matcher(code).results().map(found -> "setting." + found.group(1)));
        for (var language : Texts.LANGUAGES) {
            var texts = new Properties();
            try (var file = Files.newBufferedReader(Path.of("src/main/resources/texts_" + language + ".properties"))) {
                texts.load(file);
            }
            var there = names(texts.stringPropertyNames().stream().filter(key -> key.startsWith("setting.")));
            var unused = new TreeSet<>(there);
            unused.removeAll(inCode);
            assertEquals(Set.of(), unused, language);
            for (var setting : SettingCatalogue.all()) {
                assertTrue(there.containsAll(setting.messages()), setting + " " + setting.messages());
            }
        }
    }

    /** The REST clients read these from MicroProfile Config, where the definitions cannot be named. */
    @Test
    void theRestClientsHaveTheSameDefaults() throws IOException {
        var properties = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            properties.load(file);
        }
        var expected = Map.of(
                "telegram/mp-rest/url", TelegramSettings.API_URL,
                "telegram/mp-rest/connectTimeout", TelegramSettings.CONNECT_TIMEOUT,
                "telegram/mp-rest/readTimeout", TelegramSettings.ANSWER_TIMEOUT,
                "telegram-upload/mp-rest/url", TelegramSettings.API_URL,
                "telegram-upload/mp-rest/connectTimeout", TelegramSettings.CONNECT_TIMEOUT,
                "telegram-upload/mp-rest/readTimeout", TelegramSettings.UPLOAD_TIMEOUT);
        expected.forEach((key, setting) -> assertEquals(
                "${" + setting.name() + ":" + setting.documentedDefault() + "}", properties.getProperty(key)));
    }

    private static String table(List<Setting<?>> settings) {
        return settings.stream()
                .map(setting -> "| %s | %s | %s |%n"
                        .formatted(setting.name(), setting.documentedDefault(), setting.documentation()))
                .collect(joining("", "| variable | default | meaning |\n|---|---|---|\n", ""));
    }

    private static Setting<?> setting(java.lang.reflect.Field field) {
        try {
            return (Setting<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TreeSet<String> names(Stream<String> all) {
        return all.collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> javaIn(Path folder) {
        return files(folder, ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
