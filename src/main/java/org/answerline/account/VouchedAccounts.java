package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.identity.IdentityClaims;
import org.answerline.account.identity.UsedTokens;
import org.answerline.account.user.SiteProfile;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.platform.text.Texts;

/**
 * The accounts of users for whom a site vouches by tokens; each is made at the user's first request and follows the token afterwards.
 *
 * <p>Such an account belongs to the issuer and the subject of the token. An account of another kind with the same address is another
 * account, no matter who owns the address.
 */
@ApplicationScoped
@Transactional
public class VouchedAccounts {
    // No OpenID issuer begins so, as it is a URL: a site cannot name a provider's user.
    private static final String ISSUER_PREFIX = "token:";

    @Inject
    Users users;

    @Inject
    ExternalIdentities identities;

    @Inject
    UsedTokens used;

    @Inject
    Clock clock;

    /** The account of the user for whom these claims were signed. */
    public User of(IdentityClaims claims) {
        User user = known(claims).orElseGet(() -> make(claims));
        SiteProfile profile = profile(claims);
        if (!user.follows(profile)) {
            users.locked(user).follow(profile, clock.instant());
        }
        return user;
    }

    /** The same for a token that opens a session; empty if it has done so before. It needs an id. */
    public Optional<User> enter(IdentityClaims claims) {
        return used.use(claims) ? Optional.of(of(claims)) : Optional.empty();
    }

    private Optional<User> known(IdentityClaims claims) {
        OptionalLong account = identities.accountOf(issuer(claims), claims.subject());
        return account.isPresent() ? users.find(account.getAsLong()) : Optional.empty();
    }

    // The first requests of a user may arrive at several nodes at once.
    private User make(IdentityClaims claims) {
        identities.lock(issuer(claims), claims.subject());
        return known(claims).orElseGet(() -> {
            User user = users.addVouched(claims.fullName(), clock.instant());
            identities.add(issuer(claims), claims.subject(), user.id(), clock.instant());
            return user;
        });
    }

    private static String issuer(IdentityClaims claims) {
        return ISSUER_PREFIX + claims.issuer();
    }

    private static SiteProfile profile(IdentityClaims claims) {
        String language = claims.locale().flatMap(Texts::spoken).orElse(null);
        return new SiteProfile(
                claims.fullName(), claims.email().orElse(""), claims.emailVerified(), language, claims.attributes());
    }
}
