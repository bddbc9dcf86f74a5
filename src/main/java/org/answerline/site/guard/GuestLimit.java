package org.answerline.site.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.answerline.account.mail.AccountMails;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;

/** How often a network address may ask as a new guest, and an e-mail address be written to about it. */
@ApplicationScoped
public class GuestLimit {
    @Inject
    RateLimits limits;

    @Inject
    CallerAddress caller;

    @Inject
    AccountMails mails;

    /** Counts one question; how long to wait, zero when it may be sent. */
    public Duration count(HttpServletRequest request, String email) {
        Duration wait = limits.count(RateLimit.GUEST, caller.of(request));
        if (wait.isZero() && mails.arePossible()) {
            wait = limits.count(RateLimit.MAIL, caller.of(request));
        }
        return wait.isZero() && mails.arePossible()
                ? limits.count(RateLimit.MAIL_RECIPIENT, email.toLowerCase(Locale.ROOT))
                : wait;
    }
}
