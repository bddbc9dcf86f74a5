package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.openid.OpenIdException;
import org.answerline.attachment.FileRefusedException;
import org.answerline.platform.text.Texts;
import org.answerline.webhook.operator.OperatorCommandName;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Every word of a page comes from the texts, in every language, and no text is left that nobody says. */
class ViewsTest {
    private static final Path VIEWS = Path.of("src/main/jte");
    private static final Path COMPILED = Path.of("target/generated-sources/jte");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path WIDGET = Path.of("src/main/webapp/widget/answerline.js");
    private static final Pattern OURS = Pattern.compile("(page|form|error|account|widget)\\..+");
    private static final Pattern SAID_IN_VIEW = Pattern.compile("\"((?:page|form|error|account)\\.[a-z_.]*[a-z_])\"");
    private static final Pattern WRITTEN_AS_IT_IS =
            Pattern.compile("jteOutput\\.writeContent\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");
    private static final Pattern SAID_IN_CODE = Pattern.compile("\"((?:page|form|error|account)\\.[a-z_.]+)\"");
    private static final Pattern SAID_IN_WIDGET = Pattern.compile("(?:say|count)\\(\"([a-z_.]+)\"");
    private static final Pattern QUOTED_IN_WIDGET = Pattern.compile("[\"`]([a-z_.]+)[\"$]");
    private static final Pattern ERROR_PAGE = Pattern.compile("error\\.([a-z_]+)\\.(title|text)");
    private static final List<String> SPOKEN_ATTRIBUTES = List.of("title", "alt", "placeholder", "aria-label");

    @Test
    void noViewHoldsAWordOfItsOwn() {
        List<String> views = contents(COMPILED).stream()
                .map(ViewsTest::withoutValues)
                .filter(html -> !html.isEmpty())
                .toList();
        // One file for each view, and the facade, in which nothing is written.
        assertEquals(contents(VIEWS).size(), views.size());
        for (String view : views) {
            var page = Jsoup.parse(view);
            var words = page.nodeStream(TextNode.class)
                    .filter(text -> !text.isBlank())
                    .map(TextNode::text)
                    .toList();
            assertEquals(List.of(), words);
            SPOKEN_ATTRIBUTES.forEach(
                    name -> page.getElementsByAttribute(name).eachAttr(name).forEach(value -> assertEquals("", value)));
        }
    }

    @Test
    void noViewWritesAValueUnescaped() {
        contents(VIEWS).forEach(view -> assertFalse(view.contains("$unsafe"), view));
    }

    /** What a compiled view writes apart from its values. */
    private static String withoutValues(String compiled) {
        return WRITTEN_AS_IT_IS
                .matcher(compiled)
                .results()
                .map(written -> written.group(1).translateEscapes())
                .collect(Collectors.joining());
    }

    @Test
    void everyTextThatIsSaidIsThere() {
        var missing = new TreeSet<>(said());
        missing.removeIf(key -> key.endsWith("."));
        missing.removeAll(keys("en"));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextThatIsThereIsSaid() {
        var said = said();
        said.addAll(ofWidget(QUOTED_IN_WIDGET));
        var code = String.join("\n", contents(CODE));
        var silent = keys("en").stream()
                .filter(key -> OURS.matcher(key).matches())
                .filter(key -> said.stream().noneMatch(known -> known.endsWith(".") && key.startsWith(known)))
                .filter(key -> !said.contains(key) && !isErrorPage(key, code))
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void everyLanguageSaysTheSame() {
        var english = texts("en");
        for (String language : Texts.LANGUAGES) {
            var texts = texts(language);
            assertEquals(keys("en"), keys(language));
            keys("en")
                    .forEach(
                            key -> assertEquals(places(english.getProperty(key)), places(texts.getProperty(key)), key));
        }
    }

    @Test
    void noTextIsEmpty() {
        for (String language : Texts.LANGUAGES) {
            var texts = texts(language);
            keys(language).forEach(key -> assertFalse(texts.getProperty(key).isBlank(), key));
        }
    }

    /** Keys that end in the name of a constant, which the other tests cannot see. */
    @Test
    void everyTextNamedAfterAConstantIsThere() throws ReflectiveOperationException {
        var named = new TreeSet<String>();
        for (OpenIdException.Reason reason : OpenIdException.Reason.values()) {
            named.add("account.openid." + reason.key() + ".title");
            named.add("account.openid." + reason.key() + ".text");
        }
        for (FileRefusedException.Reason reason : FileRefusedException.Reason.values()) {
            named.add("error.file." + reason.name().toLowerCase(Locale.ROOT));
        }
        for (MailPurpose purpose : MailPurpose.values()) {
            named.add("account.mail." + purpose.name().toLowerCase(Locale.ROOT) + ".subject");
            named.add("account.mail." + purpose.name().toLowerCase(Locale.ROOT) + ".text");
        }
        for (Object alarm : Class.forName("org.answerline.operations.alarms.AlarmMail$AlarmKind")
                .getEnumConstants()) {
            named.add("alarm." + alarm.toString().toLowerCase(Locale.ROOT) + ".subject");
            named.add("alarm." + alarm.toString().toLowerCase(Locale.ROOT) + ".text");
        }
        for (OperatorCommandName command : OperatorCommandName.values()) {
            if (command != OperatorCommandName.START) {
                named.add("telegram.command." + command.word());
            }
        }
        named.removeAll(keys("en"));
        assertEquals(Set.of(), named);
    }

    private static boolean isErrorPage(String key, String code) {
        Matcher matcher = ERROR_PAGE.matcher(key);
        return matcher.matches() && code.contains('"' + matcher.group(1) + '"');
    }

    private static Set<String> said() {
        var said = found(SAID_IN_VIEW, contents(VIEWS));
        said.addAll(found(SAID_IN_CODE, contents(CODE)));
        said.addAll(ofWidget(SAID_IN_WIDGET));
        return said;
    }

    private static Set<String> ofWidget(Pattern pattern) {
        return found(pattern, List.of(content(WIDGET))).stream()
                .map(key -> "widget." + key)
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, Collection<String> where) {
        return where.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return found(Pattern.compile("(\\{\\d)"), List.of(text));
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(texts(language).stringPropertyNames());
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/texts_" + language + ".properties"))) {
            texts.load(file);
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(ViewsTest::content).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
