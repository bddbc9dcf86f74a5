package org.answerline.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
    @Test
    void readsTheFieldsOfAForm() {
        var form = FormFields.parse("subject=&message=a+b%26%D1%91%0A&message=c");
        assertEquals(Map.of("subject", List.of(""), "message", List.of("a b&ё\n", "c")), form);
        assertEquals(Map.of("subject", "", "message", "a b&ё\n"), FormFields.first(form));
    }

    @Test
    void survivesWhatIsNoForm() {
        assertEquals(Map.of("a", List.of("%zz")), FormFields.parse("&&x&a=%zz"));
        assertEquals(Map.of(), FormFields.parse(null));
        assertEquals(Map.of(), FormFields.parse(""));
    }
}
