package org.answerline.site.api.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, bytes 0-1/100",
        "bytes=0-, bytes 0-99/100",
        "bytes=99-, bytes 99-99/100",
        "bytes=-1, bytes 99-99/100",
        "bytes=-500, bytes 0-99/100",
        "bytes=50-500, bytes 50-99/100",
        "Bytes = 1 - 2, bytes 1-2/100",
        "bytes=0-99999999999999999999999, bytes 0-99/100",
        "bytes=100-, bytes */100",
        "bytes=100-200, bytes */100",
        "bytes=-0, bytes */100",
        "bytes=99999999999999999999999-, bytes */100",
    })
    void readsOneRange(String header, String answer) {
        var range = ByteRange.read(header, 100).orElseThrow();
        assertEquals(answer, range.contentRange());
        assertEquals(!answer.contains("*"), range.isSatisfiable());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=0-1,5-6",
                "lines=0-1",
                "bytes=--1"
            })
    void passesOverWhatIsNone(String header) {
        assertTrue(ByteRange.read(header, 100).isEmpty());
    }

    @Test
    void knowsItsBytes() {
        var range = ByteRange.read("bytes=2-5", 100).orElseThrow();
        assertEquals(2, range.from());
        assertEquals(6, range.to());
        assertFalse(new ByteRange(5, 5, 100).isSatisfiable());
    }
}
