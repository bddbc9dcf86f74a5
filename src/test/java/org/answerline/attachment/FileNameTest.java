package org.answerline.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "a.txt, a.txt",
        "../../etc/passwd, passwd",
        "C:\\temp\\a b.txt, a b.txt",
        ".htaccess, htaccess",
        "a?b*c.txt, abc.txt",
        "Счёт №7.pdf, Счёт №7.pdf",
        "'a\u202egpj.exe', agpj.exe",
    })
    void keepsWhatIsANameAndNothingElse(String given, String clean) {
        assertEquals(clean, FileName.clean(given));
    }

    @Test
    void isEmptyWhenNothingIsLeft() {
        assertEquals("", FileName.clean("../.."));
        assertEquals("", FileName.clean(" \u200b "));
        assertEquals("", FileName.clean(null));
    }

    @Test
    void isCutBeforeItsEndingAndNeverInsideACharacter() {
        String name = FileName.clean("😀".repeat(200) + ".jpeg");
        assertEquals(120, name.codePointCount(0, name.length()));
        assertEquals("😀".repeat(115) + ".jpeg", name);
    }
}
