package org.answerline.site.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {
    @Test
    void readsTheFieldsOfAForm() {
        var form = FormFields.parse("subject=&message=a+b%26%D1%91%0A&message=c", UTF_8);
        assertEquals(Map.of("subject", List.of(""), "message", List.of("a b&ё\n", "c")), form);
        assertEquals(Map.of("subject", "", "message", "a b&ё\n"), FormFields.first(form));
        assertEquals(form, FormFields.parse(FormFields.write(form), UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"a+b%D1%91, a bё", "a%D1%9, a", "a%D1%, a", "a%D1, a", "a%, a", "a%00b, ab"})
    void leavesOutACharacterThatIsCutOff(String written, String meant) {
        var form = FormFields.parseCut("subject=s&message=" + written, UTF_8);
        assertEquals(Map.of("subject", List.of("s"), "message", List.of(meant)), form);
    }

    @Test
    void survivesWhatIsNoForm() {
        assertEquals(Map.of("a", List.of("%zz")), FormFields.parse("&&x&a=%zz", UTF_8));
        assertEquals(Map.of(), FormFields.parse(null, UTF_8));
        assertEquals(Map.of(), FormFields.parse("", UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "50%+off, 50% off",
        "100%, 100%",
        "%, %",
        "%4, %4",
        "%%41, %A",
        "%zz%41, %zzA",
        "%u0041, %u0041",
        "a%00b, ab"
    })
    void takesAPercentSignThatBeginsNoEscapeLiterally(String written, String meant) {
        assertEquals(
                meant,
                FormFields.parse("message=" + written, UTF_8).get("message").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "koi8-r", "ISO-8859-5"})
    void readsTheCharsetThatIsNamed(String name) {
        var charset = Charset.forName(name);
        String value = "message=" + URLEncoder.encode("слово", charset);
        assertEquals("слово", FormFields.parse(value, charset).get("message").get(0));
        assertEquals(
                "слово",
                FormFields.parse(value + "&_charset_=" + name, UTF_8)
                        .get("message")
                        .get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%F1%EB%EE%E2%EE", "%C0%80", "%ED%A0%80", "a%FF", "%D1"})
    void refusesBytesThatAreNoText(String written) {
        assertEquals(400, refusal("message=" + written));
    }

    @Test
    void refusesTooManyFieldsTooLongNamesAndUnknownCharsets() {
        assertEquals(413, refusal("a=&".repeat(501)));
        assertEquals(413, refusal("%C3%A9".repeat(201) + "=x"));
        assertEquals(400, refusal("a=b&_charset_=klingon"));
        assertEquals(500, FormFields.parse("a=&".repeat(500), UTF_8).get("a").size());
    }

    private static int refusal(String form) {
        return assertThrows(FormRefusedException.class, () -> FormFields.parse(form, UTF_8))
                .status();
    }
}
