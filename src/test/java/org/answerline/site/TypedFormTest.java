package org.answerline.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedFormTest {
    @Test
    void readsTheFieldsOfAForm() {
        assertEquals(
                Map.of("subject", "", "message", "a b&ё\n"),
                TypedForm.parse("subject=&message=a+b%26%D1%91%0A&message=c"));
    }

    @Test
    void survivesWhatIsNoForm() {
        assertEquals(Map.of("a", "%zz"), TypedForm.parse("&&x&a=%zz"));
    }
}
