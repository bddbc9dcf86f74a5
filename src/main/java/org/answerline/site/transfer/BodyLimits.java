package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.account.identity.IdentityTokens;
import org.answerline.account.identity.RequestToken;
import org.answerline.account.identity.TokenCheck;
import org.answerline.attachment.Attachments;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.web.CallerAddress;
import org.answerline.site.guard.GuestCookie;

/**
 * How much of a request's body is kept: one byte more than its reader accepts, so that the reader refuses it in its own way.
 */
@ApplicationScoped
class BodyLimits {
    private static final long KIBIBYTE = 1024;
    private static final long USUAL = 128 * KIBIBYTE;
    private static final long UPDATE = KIBIBYTE * KIBIBYTE;

    /** All fields of a question's form with their separators: more than is allowed, so that a text that is too long can be shown again. */
    private static final long FIELDS = KIBIBYTE * KIBIBYTE;

    private static final String FILES = "/api/feedback/files";
    private static final String FORM = "/support";

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode mode;

    @Inject
    IdentityTokens tokens;

    @Inject
    GuestCookie guests;

    @Inject
    Attachments attachments;

    @Inject
    BodySpace space;

    @Inject
    CallerAddress caller;

    /** An empty body for what arrives with this request. */
    StoredBody bodyOf(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isKnown = currentUser.isSignedIn() || mayHaveFiles(path, request) && isNamed(path, request);
        return new StoredBody(
                most(path, request, isKnown), isKnown ? Optional.empty() : Optional.of(space.of(caller.of(request))));
    }

    /** In bytes. */
    private long most(String path, HttpServletRequest request, boolean isKnown) {
        if (path.startsWith("/telegram/")) {
            return (request.getHeader("X-Telegram-Bot-Api-Secret-Token") == null ? USUAL : UPDATE) + 1;
        }
        long largest = attachments.areTaken() ? attachments.largestMegabytes() * KIBIBYTE * KIBIBYTE : 0;
        if (path.startsWith(FILES)) {
            return Math.max(USUAL, isKnown ? largest : 0) + 1;
        }
        if (path.startsWith(FORM)) {
            if (!isMultipart(request)) {
                return FIELDS;
            }
            // Where users do not sign in on this site, files of visitors are not kept, but their text is shown again.
            return FIELDS + (isKnown || mode.isOpenHere() ? largest * attachments.most() : 0);
        }
        return USUAL + 1;
    }

    private static boolean mayHaveFiles(String path, HttpServletRequest request) {
        return path.startsWith(FILES) || path.startsWith(FORM) && isMultipart(request);
    }

    /** Whether the sender will be signed in by the filters that come after this one and check a token or open the session of a guest. */
    private boolean isNamed(String path, HttpServletRequest request) {
        return path.startsWith(FILES) && hasToken(request) || isGuest(request);
    }

    /** True as well while the keys are unavailable: they may have been fetched when the body is complete. */
    private boolean hasToken(HttpServletRequest request) {
        return tokens.areAccepted()
                && RequestToken.sent(request)
                        .filter(token -> !(tokens.check(token) instanceof TokenCheck.Refused))
                        .isPresent();
    }

    /** True as well while the database is unavailable: it may be back when the body is complete. */
    private boolean isGuest(HttpServletRequest request) {
        try {
            return guests.guest(request).isPresent();
        } catch (Exception failure) {
            if (!DatabaseUnavailable.causes(failure)) {
                throw failure;
            }
            return true;
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
