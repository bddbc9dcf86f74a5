package org.answerline.site.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.site.api.widget.CsrfFilter;
import org.answerline.site.guard.OtherUserFilter;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.transfer.StoredBody;

/**
 * Takes the files out of a form before anything else reads it: what is left is the plain form, with the ids of the files in it.
 *
 * <p>So the token that protects the form is read as ever, and a form that has to be fixed keeps its files. That token is checked later:
 * of a form from elsewhere no file is stored ({@link CsrfFilter#isOurs}). It comes without the session (SameSiteCookies), but where the
 * server or its proxy names the user it comes in the user's name.
 */
@ApplicationScoped
public class FormUploads {
    /** The field with the id of a file that is here already. */
    public static final String FIELD = "file";

    private static final String ATTRIBUTE = FormUploads.class.getName();

    /** A file of a form that could not be taken. */
    public record Refused(String name, FileRefusedException.Reason reason) {}

    /**
     * Who sends a form, as far as its files are concerned.
     *
     * @param isVisitor files are kept with a visitor's draft
     * @param isUnclear files are refused, because the database is unavailable, the session's account has changed its password since, or
     *     another site may have made the browser send the form in the name of a user
     */
    private record Sender(OptionalLong user, boolean isVisitor, boolean isUnclear) {
        static final Sender UNCLEAR = new Sender(OptionalLong.empty(), false, true);

        Sender withoutUser() {
            return new Sender(OptionalLong.empty(), isVisitor, isUnclear);
        }
    }

    @Inject
    CurrentUser currentUser;

    @Inject
    Attachments attachments;

    @Inject
    SubmitLimit limit;

    @Inject
    VisitorDraft visitor;

    /** Reads the form to its end, or to where it was cut off because it is too large; the fields, those of files with their ids. */
    Map<String, List<String>> takeFrom(HttpServletRequest request, HttpServletResponse response, MediaType type)
            throws IOException {
        var parameters = type.getParameters();
        var body = new MultipartBody(request.getInputStream(), parameters.get("boundary"));
        var form = new MultipartForm(FormFields.charset(parameters.get("charset")));
        var refused = new ArrayList<Refused>();
        try {
            read(request, response, body, form, refused);
        } catch (EOFException end) {
            if (!StoredBody.isCut(request)) {
                throw end;
            }
            refuseCutFile(body, refused);
        }
        request.setAttribute(ATTRIBUTE, List.copyOf(refused));
        return form.fields();
    }

    /** The files of this request's form that could not be taken. */
    @SuppressWarnings("unchecked")
    public static List<Refused> refused(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> refused ? (List<Refused>) refused : List.of();
    }

    private void read(
            HttpServletRequest request,
            HttpServletResponse response,
            MultipartBody body,
            MultipartForm form,
            List<Refused> refused)
            throws IOException {
        Sender sender = sender(request);
        int files = 0;
        while (body.next(form.charset())) {
            PartHeader part = body.header();
            if (part.fileName() == null) {
                form.add(part, body.content());
                if (isForOther(part, form, sender)) {
                    sender = sender.withoutUser();
                }
            } else if (isTaken(part, form, sender) && ++files <= 2 * attachments.most()) {
                take(request, response, sender.user(), body, refused).ifPresent(form::addFile);
            } else {
                if (sender.isUnclear() && !part.fileName().isEmpty()) {
                    refused.add(new Refused(part.fileName(), FileRefusedException.Reason.UNKNOWN));
                }
                form.count();
            }
        }
    }

    /** Looked up when all of the form is here: its sender may have been signed out while it came. */
    private Sender sender(HttpServletRequest request) {
        try {
            OptionalLong user = user();
            boolean isOurs = CsrfFilter.isOurs(request);
            if (currentUser.isSignedIn() && !currentUser.isErased()) {
                return user.isPresent() && isOurs ? new Sender(user, false, false) : Sender.UNCLEAR;
            }
            return new Sender(user, isOurs && visitor.isPossible(), false);
        } catch (RuntimeException failure) {
            refuseUnlessAway(failure);
            return Sender.UNCLEAR;
        }
    }

    private static boolean isForOther(PartHeader part, MultipartForm form, Sender sender) {
        return WrongUserFormFilter.FIELD.equals(part.name())
                && !form.isTooLong()
                && OtherUserFilter.isOther(form.last(), sender.user());
    }

    private static boolean isTaken(PartHeader part, MultipartForm form, Sender sender) {
        return !part.fileName().isEmpty() && !form.isTooLong() && (sender.user().isPresent() || sender.isVisitor());
    }

    /** While the database is unavailable the fields are still read, so that the page that reports it can give them back. */
    private static void refuseUnlessAway(RuntimeException failure) {
        if (!DatabaseUnavailable.causes(failure)) {
            throw failure;
        }
    }

    private OptionalLong user() {
        return currentUser.user().map(User::id).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static void refuseCutFile(MultipartBody body, List<Refused> refused) {
        String file = body.header() == null ? null : body.header().fileName();
        if (file != null && refused.stream().noneMatch(known -> known.name().equals(file))) {
            refused.add(new Refused(file, FileRefusedException.Reason.TOO_LARGE));
        }
    }

    /** Takes the file of a user, or of a visitor's draft when there is none. */
    private Optional<String> take(
            HttpServletRequest request,
            HttpServletResponse response,
            OptionalLong user,
            MultipartBody body,
            List<Refused> refused)
            throws IOException {
        String name = body.header().fileName();
        try {
            Duration wait = user.isPresent() ? limit.countFile(user.getAsLong()) : limit.countVisitorsFile(request);
            Optional<DraftKey> draft =
                    user.isEmpty() && wait.isZero() ? visitor.orBegin(request, response) : Optional.empty();
            if (!wait.isZero() || user.isEmpty() && draft.isEmpty()) {
                refused.add(new Refused(
                        name,
                        wait.isZero()
                                ? FileRefusedException.Reason.ADDRESS_FULL
                                : FileRefusedException.Reason.TOO_OFTEN));
                return Optional.empty();
            }
            Attachment file = user.isPresent()
                    ? attachments.receive(user.getAsLong(), name, body.content())
                    : attachments.receiveForDraft(
                            draft.get().id(), visitor.idsOfSameAddress(draft.get()), name, body.content());
            return Optional.of(file.id());
        } catch (FileRefusedException reason) {
            refused.add(new Refused(name, reason.reason()));
        } catch (RuntimeException failure) {
            refuseUnlessAway(failure);
            refused.add(new Refused(name, FileRefusedException.Reason.UNKNOWN));
        }
        return Optional.empty();
    }
}
