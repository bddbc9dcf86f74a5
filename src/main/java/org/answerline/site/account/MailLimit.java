package org.answerline.site.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;

/** How often e-mails may be requested; counted whether or not an account has the address, so that the limit does not reveal accounts. */
@ApplicationScoped
class MailLimit {
    @Inject
    RateLimits limits;

    @Inject
    CallerAddress caller;

    /** Counts one e-mail to this address; how long to wait, zero when it may be sent. */
    Duration count(HttpServletRequest request, String recipient) {
        Duration wait = limits.count(RateLimit.MAIL, caller.of(request));
        return wait.isZero() ? limits.count(RateLimit.MAIL_RECIPIENT, recipient.toLowerCase(Locale.ROOT)) : wait;
    }

    /** Counts one e-mail of this account to a new address. */
    Duration count(HttpServletRequest request, long userId, String recipient) {
        Duration wait = limits.count(RateLimit.MAIL_RECIPIENT, "account " + userId);
        return wait.isZero() ? count(request, recipient) : wait;
    }
}
