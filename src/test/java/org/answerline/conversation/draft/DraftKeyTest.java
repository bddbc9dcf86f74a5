package org.answerline.conversation.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftKeyTest {
    @Test
    void isReadAsItWasWritten() {
        var key = DraftKey.fresh();
        assertEquals(Optional.of(key), DraftKey.read(key.written()));
        assertNotEquals(key, DraftKey.fresh());
    }

    @Test
    void showsItsSecretNeitherInALogNorInTheDatabase() {
        var key = DraftKey.fresh();
        assertFalse(key.toString().contains(key.secret()));
        assertFalse(key.hash().contains(key.secret()));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"x", "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789abcdef.00"})
    void anythingElseIsNoKey(String cookie) {
        assertEquals(Optional.empty(), DraftKey.read(cookie));
    }
}
