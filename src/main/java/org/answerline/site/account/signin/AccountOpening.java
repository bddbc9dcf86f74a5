package org.answerline.site.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.answerline.account.PasswordService;
import org.answerline.account.SignIn;
import org.answerline.account.SignUp;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;

/** Opens accounts for visitors, not too many for one address. */
@ApplicationScoped
class AccountOpening {
    @Inject
    PasswordService passwords;

    @Inject
    SignIn signIn;

    @Inject
    RateLimits limits;

    @Inject
    CallerAddress caller;

    /** Counts one account; how long to wait, zero when it may be opened. */
    Duration count(HttpServletRequest request) {
        return limits.count(RateLimit.SIGN_UP, caller.of(request));
    }

    /**
     * Opens the account and signs in.
     *
     * @param language of the pages that the user reads
     * @throws EmailTakenException if another account has the address
     */
    void open(SignUp signUp, String language, HttpServletRequest request) {
        User user = passwords.signUp(signUp, language);
        signIn.signIn(request, user);
    }
}
