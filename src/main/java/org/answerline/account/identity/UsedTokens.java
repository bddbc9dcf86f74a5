package org.answerline.account.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/** The tokens that have opened a session, on any node; each does so once. */
@ApplicationScoped
public class UsedTokens implements CleanupTask {
    private final JdbcClient database;
    private final Clock clock;

    /** For the CDI proxy. */
    protected UsedTokens() {
        this(null, null);
    }

    @Inject
    UsedTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Marks a token as used; false if it was used before. It needs an id. */
    public boolean use(IdentityClaims claims) {
        return database.update(
                        "insert into used_identity_tokens (issuer, token_id, valid_until) values (?, ?, ?)"
                                + " on conflict do nothing",
                        claims.issuer(),
                        claims.tokenId().orElseThrow(),
                        claims.validUntil())
                == 1;
    }

    /** A token that is not valid any more needs no mark. */
    @Override
    public void deleteOld() {
        database.update("delete from used_identity_tokens where valid_until <= ?", clock.instant());
    }
}
