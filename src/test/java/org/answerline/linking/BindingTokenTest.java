package org.answerline.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BindingTokenTest {

    private final String nonce = BindingToken.newNonce();

    @Test
    void isAStartParameterWithAtLeast128Bits() {
        String token = BindingToken.signed("key", 1, nonce).value();
        assertTrue(token.matches("[A-Za-z0-9_-]{22,64}"), token);
    }

    @Test
    void isTheSameForTheSameNonceAndAnotherForAnyOtherKeyUserOrNonce() {
        BindingToken token = BindingToken.signed("key", 1, nonce);
        assertEquals(token, BindingToken.signed("key", 1, nonce));
        assertNotEquals(token, BindingToken.signed("other key", 1, nonce));
        assertNotEquals(token, BindingToken.signed("key", 2, nonce));
        assertNotEquals(token, BindingToken.signed("key", 1, BindingToken.newNonce()));
    }

    @Test
    void neverShowsItselfInALog() {
        BindingToken token = BindingToken.signed("key", 1, nonce);
        assertFalse(token.toString().contains(token.value()));
        assertFalse(token.hash().contains(token.value()));
    }

    @Test
    void refusesWhatCannotBeAStartParameter() {
        assertFalse(BindingToken.couldBe("a".repeat(65)));
        assertFalse(BindingToken.couldBe("with space"));
        assertFalse(BindingToken.couldBe("кириллица"));
        assertTrue(BindingToken.couldBe("A-z_09"));
    }
}
