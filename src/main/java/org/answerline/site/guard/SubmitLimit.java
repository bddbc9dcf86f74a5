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

/** How often a user or an address may send a question or a file, through the pages and the API together. */
@ApplicationScoped
public class SubmitLimit {
    @Inject
    RateLimits limits;

    @Inject
    CallerAddress address;

    @Inject
    AccountMails mails;

    /** Counts one question; how long to wait, zero when it may be stored. */
    public Duration count(long user, HttpServletRequest request) {
        Duration wait = limits.count(RateLimit.SUBMIT, Long.toString(user));
        return wait.isZero() ? limits.count(RateLimit.SUBMIT_ADDRESS, address.of(request)) : wait;
    }

    /** Counts one question of a visitor who is not signed in. */
    public Duration countVisitor(HttpServletRequest request) {
        return limits.count(RateLimit.SUBMIT_ADDRESS, address.of(request));
    }

    /** Counts one question of a new guest, and an e-mail to its author about it; how long to wait, zero when it may be sent. */
    public Duration countGuest(HttpServletRequest request, String email) {
        Duration wait = limits.count(RateLimit.GUEST, address.of(request));
        if (wait.isZero() && mails.arePossible()) {
            wait = limits.count(RateLimit.MAIL, address.of(request));
        }
        return wait.isZero() && mails.arePossible()
                ? limits.count(RateLimit.MAIL_RECIPIENT, email.toLowerCase(Locale.ROOT))
                : wait;
    }

    /** Counts one file of a visitor who is not signed in. */
    public Duration countVisitorsFile(HttpServletRequest request) {
        return limits.count(RateLimit.UPLOAD, "address " + address.of(request));
    }

    /** Counts one file; how long to wait, zero when it may be taken. */
    public Duration countFile(long user) {
        return limits.count(RateLimit.UPLOAD, Long.toString(user));
    }
}
