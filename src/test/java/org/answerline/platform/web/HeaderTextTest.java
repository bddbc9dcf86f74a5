package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ivan", "Иван", "José", "李雷", ""})
    void readsUtf8(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        assertEquals(name, HeaderText.decode(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @CsvSource({
        "José, José",
        "Иван, Иван",
        "=?UTF-8?B?0JjQstCw0L0=?=, Иван",
        "=?utf-8?q?=D0=98=D0=B2=D0=B0=D0=BD?=, Иван",
        "=?ISO-8859-1?Q?Jos=E9?=, José",
        "=?koi8-r?B?6dfBzg==?= =?koi8-r?B?IPDF1NLP1w==?=, Иван Петров",
        "=?nothing?B?6dfBzg==?=, =?nothing?B?6dfBzg==?=",
        "=?UTF-8?B?=, =?UTF-8?B?=",
    })
    void readsLatin1AndEncodedWords(String header, String name) {
        assertEquals(name, HeaderText.decode(header));
    }
}
