package org.answerline.telegram.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start TOKEN",
                "/start\u00A0TOKEN",
                "/start\u2003TOKEN",
                "/start\u3000TOKEN",
                "/start\u202FTOKEN",
                "/start\u2028TOKEN",
                "/start\u0085TOKEN",
                "/start\tTOKEN",
                "/start\u200BTOKEN",
                "\uFEFF/start TOKEN\u200B",
                "/Start TOKEN",
                "/start@AnyBot TOKEN please",
                "/start TO\u200BKEN\u2060",
            })
    void startWithAnyBlank(String text) {
        BotCommand command = BotCommand.in(text).orElseThrow();
        assertEquals("start", command.name());
        assertEquals("TOKEN", command.firstWord());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", " /help ", "/help\u200B", "/HELP@SupportBot", "\u2060/help\u00A0"})
    void bareOnes(String text) {
        assertTrue(BotCommand.in(text).orElseThrow().isBare());
        assertEquals("help", BotCommand.in(text).orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/ help", "help", "/etc/hosts is missing", "/start-up", "/помощь", "see /help", "//note"
            })
    void otherWords(String text) {
        assertEquals(Optional.empty(), BotCommand.in(text));
    }

    @Test
    void whomItIsFor() {
        BotCommand ours = BotCommand.in("/help@SUPPORTbot").orElseThrow();
        assertTrue(ours.isFor(Optional.of("supportbot")));
        assertFalse(ours.isFor(Optional.of("otherbot")));
        assertTrue(ours.isFor(Optional.empty()));
        assertTrue(BotCommand.in("/help").orElseThrow().isFor(Optional.of("supportbot")));
    }
}
