package org.answerline.site.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/account/telegram/", "/support/?before=12", "/a//b", "/%25", "/support/?a=%D1%91"})
    void followsOwnPaths(String path) {
        assertEquals(path, ReturnPath.own(path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil",
                "https://evil.example",
                "javascript:alert(1)",
                "evil",
                "/\t/evil.example",
                "/\n/evil",
                " /support/",
                "/a\r\nSet-Cookie: x",
                "/%",
                "/%zz",
                "/support/%4",
                "/..//evil.example",
                "/a/../..//evil.example",
                "/.//evil.example",
                "/../..",
                "/\u0000"
            })
    void refusesEverythingElse(String path) {
        assertEquals("/support/", ReturnPath.own(path));
    }
}
