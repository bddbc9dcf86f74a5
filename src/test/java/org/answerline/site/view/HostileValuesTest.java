package org.answerline.site.view;

import static org.answerline.site.view.PageModel.VIEWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.mvc.security.Csrf;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.answerline.account.user.User;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.AssetVersions;
import org.answerline.site.form.GuestFields;
import org.answerline.site.form.QuestionFields;
import org.answerline.site.support.ConversationView.Line;
import org.answerline.site.support.TextRun;
import org.answerline.site.validation.FieldProblem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type stays text, wherever a view shows it. */
class HostileValuesTest {
    private static final String HOSTILE = "'\"><x-hostile onload=\"alert(1)\">&amp;{0}</textarea></title></script>";
    private static final Map<String, String> LOOK = Map.of(
            "SUPPORT_NAME", "'\"><x-hostile onload=\"alert(1)\"></title>{0}",
            "SUPPORT_HOME", "https://shop.example.org/?'onload='",
            "SUPPORT_IMPRINT_URL", "https://shop.example.org/?'onload='",
            "SUPPORT_PRIVACY_URL", "/privacy/",
            "SUPPORT_COLOUR", "#1a5fb4");
    private static final String MOMENT = "2026-01-02T03:04:05Z";

    /** Parameters that are no text of a person: keys of texts, and moments. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("lead", "page.owner.title"),
            Map.entry("kind", "forbidden"),
            Map.entry("reason", "account.openid.taken"),
            Map.entry("state", "page.file.waiting"),
            Map.entry("title", "account.title"),
            Map.entry("button", "form.send"),
            Map.entry("label", "account.name"),
            Map.entry("hint", "account.name.hint"),
            Map.entry("verdictText", "page.owner.title"),
            Map.entry("since", MOMENT),
            Map.entry("validUntil", MOMENT));

    @ParameterizedTest
    @MethodSource("views")
    void noViewTakesAValueForMarkup(Method view, boolean flag) throws ReflectiveOperationException {
        Document page = Jsoup.parse(render(view, flag));
        assertEquals(List.of(), page.select("x-hostile"));
        page.getAllElements().forEach(element -> element.attributes().forEach(HostileValuesTest::isOurs));
    }

    static Stream<Object[]> views() {
        return Arrays.stream(Templates.class.getMethods())
                .flatMap(view -> Stream.of(new Object[] {view, true}, new Object[] {view, false}));
    }

    @Test
    void aValueIsShownAsItWasTyped() {
        var question = new QuestionFields(
                false, HOSTILE, HOSTILE, HOSTILE, null, new GuestFields(HOSTILE, HOSTILE, HOSTILE, true));
        Document page = Jsoup.parse(VIEWS.supportVisitor(page(), question).render());
        assertEquals(HOSTILE, page.select("[name=subject]").val());
        assertEquals(HOSTILE, page.select("[name=submission]").val());
        assertEquals(HOSTILE, page.select("textarea").text());
        assertEquals(HOSTILE, page.select("[name=full_name]").val());
        assertEquals(HOSTILE, page.select("[name=email]").val());
        assertEquals(HOSTILE, page.select("#errors li").first().text());
        Document sent = Jsoup.parse(VIEWS.accountResetSent(page(), HOSTILE).render());
        assertTrue(
                sent.select(".lead").text().contains(HOSTILE),
                sent.select(".lead").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)"})
    void aLinkRunsNoScript(String address) {
        var line = new Line(
                "message-1", "", "", MOMENT, "", null, null, List.of(new TextRun("x", address)), List.of(), "");
        for (JteModel view : List.of(
                VIEWS.supportMessage(page(), line),
                VIEWS.accountLinkOver(page(), address),
                VIEWS.accountSignedOut(page(), address, true),
                VIEWS.accountUnknownCaller(page(), address))) {
            assertFalse(view.render().toLowerCase(Locale.ROOT).contains("javascript:"), view.render());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/support/, /support/",
        "/support/send/?draft=a+b&c=\"<, /support/send/%3Fdraft%3Da%2Bb%26c%3D%22%3C",
        "/a#b%20c, /a%23b%2520c"
    })
    void aPathInAQueryIsOneParameter(String path, String escaped) {
        Document page = Jsoup.parse(VIEWS.accountSignUp(page(), "", "", path).render());
        assertEquals(
                "/account/sign-in/?next=" + escaped,
                page.select("main a[href*=next]").attr("href"));
    }

    private static void isOurs(Attribute attribute) {
        assertFalse(attribute.getKey().startsWith("on"), attribute.getKey());
        assertFalse(attribute.getKey().contains("hostile"), attribute.getKey());
    }

    private static String render(Method view, boolean flag) throws ReflectiveOperationException {
        Object[] values = Arrays.stream(view.getParameters())
                .map(parameter -> value(parameter.getParameterizedType(), parameter.getName(), flag))
                .toArray();
        return ((JteModel) view.invoke(VIEWS, values)).render();
    }

    private static Object value(Type type, String name, boolean flag) {
        if (type instanceof ParameterizedType list) {
            return List.of(value(list.getActualTypeArguments()[0], name, flag));
        }
        if (type == String.class) {
            return OURS.getOrDefault(name, HOSTILE);
        }
        if (type == PageContext.class) {
            return page();
        }
        if (type == boolean.class) {
            return flag;
        }
        if (type == User.class) {
            return new User(HOSTILE, HOSTILE, "", "en", Instant.EPOCH);
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (type == Content.class) {
            return (Content) output -> output.writeUserContent(HOSTILE);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return make(record, flag);
        }
        return type == int.class ? (Object) 1 : (Object) 1L;
    }

    private static Object make(Class<?> record, boolean flag) {
        RecordComponent[] components = record.getRecordComponents();
        try {
            var constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType(), component.getName(), flag))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static PageContext page() {
        var fields = List.of("subject", "message", "files", HOSTILE);
        var page = new PageContext(
                Texts.in("en"),
                new UnversionedAssets(),
                new SiteLook(new Settings(LOOK::get)),
                new Navigation(true, HOSTILE, HOSTILE),
                1L,
                Token::new,
                () -> HOSTILE);
        page.setProblems(
                fields.stream().map(field -> new FieldProblem(field, HOSTILE)).toList());
        return page;
    }

    private static final class UnversionedAssets extends AssetVersions {
        @Override
        public String at(String file) {
            return "/assets/" + file;
        }
    }

    private record Token() implements Csrf {
        @Override
        public String getName() {
            return "_csrf";
        }

        @Override
        public String getToken() {
            return HOSTILE;
        }
    }
}
