package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.answerline.account.identity.IdentityClaims;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which account a token leads to. */
@UsesSharedDatabase
class VouchedAccountsTest {
    private static final String ANN = "ann@example.org";

    private final Beans beans = beans();

    @BeforeEach
    void clean() {
        SharedDatabase.clean();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void theAccountIsMadeAtFirstSightAndKnownAfterwards() {
        var user = of(claims("shop", "17", ANN, true));
        assertEquals(ANN, user.email());
        assertEquals("Ann Example", user.fullName());
        assertEquals("ru", user.language());
        assertTrue(user.isConfirmed());
        assertTrue(user.isVouched());
        assertEquals(List.of("plan", "orders"), List.copyOf(user.attributes().keySet()));
        assertEquals(user.id(), of(claims("shop", "17", ANN, true)).id());
        assertEquals(1, count());
    }

    @Test
    void issuerAndSubjectTogetherSayWhoseItIs() {
        long first = of(claims("shop", "17", ANN, true)).id();
        assertNotEquals(first, of(claims("shop", "18", ANN, true)).id());
        assertNotEquals(first, of(claims("other", "17", ANN, true)).id());
        assertNotEquals(first, of(claims("", "17", ANN, true)).id());
        assertNotEquals(
                of(claims("a b", "c", ANN, true)).id(),
                of(claims("a", "b c", ANN, true)).id());
        assertEquals(6, count());
    }

    @Test
    void aLocalAccountWithTheSameAddressIsNotTakenOver() {
        long local = local();
        var user = of(claims("shop", "17", ANN, true));
        assertNotEquals(local, user.id());
        assertEquals("the hash", row(local).get("password_hash"));
        assertEquals(
                local,
                beans.returned(() -> beans.get(Users.class).withEmail(ANN.toUpperCase()))
                        .orElseThrow()
                        .id());
    }

    @Test
    void norDoesAnAccountOfTheSiteKeepTheAddressFromOthers() {
        var user = of(claims("shop", "17", ANN, true));
        assertEquals(
                Optional.empty(), beans.returned(() -> beans.get(Users.class).withEmail(ANN)));
        assertNotEquals(user.id(), local());
    }

    /** A site chooses issuer and subject freely, so it must not reach the account of an OpenID provider's user. */
    @Test
    void aTokenCannotNameTheUserOfAProvider() {
        long provided = local();
        SharedDatabase.sql(
                "insert into external_identities (issuer, subject, user_id, first_seen_at)"
                        + " values ('https://provider.example', '17', ?, now())",
                provided);
        assertNotEquals(
                provided,
                of(claims("https://provider.example", "17", ANN, true)).id());
    }

    @Test
    void nameAddressLanguageAndAttributesFollowTheToken() {
        long id = of(claims("shop", "17", ANN, true)).id();
        var moved = new IdentityClaims(
                "shop",
                "17",
                Optional.of("new@example.org"),
                false,
                "Anna Example",
                Optional.of("en-GB"),
                Map.of("plan", "silver"),
                Optional.empty(),
                Instant.MAX);
        of(moved);
        var user = of(moved);
        assertEquals(id, user.id());
        assertEquals("new@example.org", user.email());
        assertFalse(user.isConfirmed(), "the confirmed address was another");
        assertEquals("Anna Example", user.fullName());
        assertEquals("en", user.language());
        assertEquals(Map.of("plan", "silver"), user.attributes());
    }

    @Test
    void withoutAnAddressOrALanguageThatTheDeskHasTheAccountHasNone() {
        var bare = new IdentityClaims(
                "", "17", Optional.empty(), false, "17", Optional.of("tlh"), Map.of(), Optional.empty(), Instant.MAX);
        of(bare);
        var user = of(bare);
        assertEquals("", user.email());
        assertEquals("17", user.accountName());
        assertEquals(null, user.language());
        assertEquals(Map.of(), user.attributes());
        assertFalse(user.isConfirmed());
    }

    /** Both nodes wait for the same identity, so each has found no account before. */
    @Test
    void twoFirstRequestsAtOnceMakeOneAccount() {
        var key = "external_identities token:shop 17";
        SharedDatabase.sql("select pg_advisory_lock(hashtextextended(?, 0))", key);
        var requests = Stream.generate(() -> CompletableFuture.supplyAsync(VouchedAccountsTest::onAnotherNode))
                .limit(2)
                .toList();
        Await.until(
                "both wait",
                () -> SharedDatabase.sql("select 1 from pg_locks where locktype = 'advisory' and not granted")
                                .size()
                        == 2);
        SharedDatabase.sql("select pg_advisory_unlock(hashtextextended(?, 0))", key);
        assertEquals(requests.get(0).join(), requests.get(1).join());
        assertEquals(1, count());
    }

    private static long onAnotherNode() {
        try (var node = beans()) {
            return node.returned(() -> node.get(VouchedAccounts.class)
                    .of(claims("shop", "17", ANN, true))
                    .id());
        }
    }

    private static Beans beans() {
        return new Beans().with(Clock.class, new MovableClock());
    }

    private static IdentityClaims claims(String issuer, String subject, String email, boolean verified) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("plan", "gold \" \\ <b>");
        attributes.put("orders", "12");
        return new IdentityClaims(
                issuer,
                subject,
                Optional.of(email),
                verified,
                "Ann Example",
                Optional.of("ru-RU"),
                attributes,
                Optional.empty(),
                Instant.MAX);
    }

    private User of(IdentityClaims claims) {
        return beans.returned(() -> beans.get(VouchedAccounts.class).of(claims));
    }

    private static long local() {
        return (Long) SharedDatabase.sql(
                        "insert into users (email, full_name, password_hash, created_at) values (?, 'Ann', 'the hash', now())"
                                + " returning id",
                        ANN)
                .get(0)
                .get("id");
    }

    private static Map<String, Object> row(long id) {
        return SharedDatabase.sql("select * from users where id = ?", id).get(0);
    }

    private static int count() {
        return SharedDatabase.sql("select id from users").size();
    }
}
