package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.attachment.Attachments;

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

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode mode;

    @Inject
    Attachments attachments;

    /** Returns the limit in bytes. */
    long of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/telegram/")) {
            return (request.getHeader("X-Telegram-Bot-Api-Secret-Token") == null ? USUAL : UPDATE) + 1;
        }
        long largest = attachments.areTaken() ? attachments.largestMegabytes() * KIBIBYTE * KIBIBYTE : 0;
        if (path.startsWith("/api/feedback/files")) {
            return Math.max(USUAL, currentUser.isSignedIn() ? largest : 0) + 1;
        }
        if (path.startsWith("/support")) {
            if (!isMultipart(request)) {
                return FIELDS;
            }
            // Where users do not sign in on this site, files of visitors are not kept, but their text is shown again.
            return FIELDS + (currentUser.isSignedIn() || mode.isOpenHere() ? largest * attachments.most() : 0);
        }
        return USUAL + 1;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
