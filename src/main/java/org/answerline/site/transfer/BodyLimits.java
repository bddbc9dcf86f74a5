package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.attachment.Attachments;

/**
 * How much of a request's body is kept: one byte more than whoever reads it takes, so that it is refused there, in the way of that place.
 */
@ApplicationScoped
class BodyLimits {
    private static final long KIBIBYTE = 1024;
    private static final long USUAL = 128 * KIBIBYTE;
    private static final long UPDATE = KIBIBYTE * KIBIBYTE;

    /** All fields of a question's form, and what lies between them: more than it may have, so that what is too long is given back. */
    private static final long FIELDS = KIBIBYTE * KIBIBYTE;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode door;

    @Inject
    Attachments attachments;

    /** In bytes. */
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
            // Where nobody can sign in from here no file of a visitor is kept, but the text is given back.
            return FIELDS + (currentUser.isSignedIn() || door.isOpenHere() ? largest * attachments.most() : 0);
        }
        return USUAL + 1;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
