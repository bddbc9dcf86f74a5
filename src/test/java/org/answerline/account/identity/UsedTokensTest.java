package org.answerline.account.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.Test;

/** A token opens a session once, as long as it is accepted at all. */
class UsedTokensTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final MovableClock clock = new MovableClock();
    private final UsedTokens tokens = new UsedTokens(new JdbcClient(database.dataSource()), clock);

    @Test
    void eachIdOfAnIssuerIsUsedOnce() {
        assertTrue(tokens.use(claims("shop", "1")));
        assertFalse(tokens.use(claims("shop", "1")));
        assertTrue(tokens.use(claims("shop", "2")));
        assertTrue(tokens.use(claims("", "1")));
    }

    @Test
    void aMarkStaysUntilTheTokenIsNotAcceptedAnyMore() {
        tokens.use(claims("shop", "1"));
        clock.pass(Duration.ofMinutes(10).minusSeconds(1));
        tokens.deleteOld();
        assertFalse(tokens.use(claims("shop", "1")));
        clock.pass(Duration.ofSeconds(1));
        tokens.deleteOld();
        assertEquals(0, database.sql("select 1 from used_identity_tokens").size());
    }

    private IdentityClaims claims(String issuer, String tokenId) {
        Instant validUntil = Instant.parse("2026-03-01T12:10:00Z");
        return new IdentityClaims(
                issuer,
                "17",
                Optional.empty(),
                false,
                "17",
                Optional.empty(),
                Map.of(),
                Optional.of(tokenId),
                validUntil);
    }
}
