package org.answerline.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.answerline.account.CurrentUser;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.site.api.OtherUserGuard;
import org.answerline.site.api.SubmitLimit;

/**
 * Takes the files out of a form before anything else reads it: what is left is the plain form, with the ids of the files in it.
 *
 * <p>So the token that protects the form is read as ever, and a form that has to be mended keeps its files. A form from elsewhere comes
 * without the session (LaxCookies), and nothing of it is kept.
 */
@ApplicationScoped
class FormFiles {
    /** The field with the id of a file that is here already. */
    static final String FIELD = "file";

    private static final String ATTRIBUTE = FormFiles.class.getName();

    /** A file of a form that could not be taken. */
    record Refused(String name, FileRefusedException.Reason reason) {}

    @Inject
    CurrentUser currentUser;

    @Inject
    Attachments attachments;

    @Inject
    SubmitLimit limit;

    /** Reads the form to its end; what is returned is of the type application/x-www-form-urlencoded. */
    byte[] takeFrom(HttpServletRequest request, String boundary) throws IOException {
        if (boundary == null || boundary.isEmpty()) {
            throw new BadRequestException("the form has no boundary");
        }
        var refused = new ArrayList<Refused>();
        String form = read(new MultipartBody(request.getInputStream(), boundary), refused);
        request.setAttribute(ATTRIBUTE, List.copyOf(refused));
        return form.getBytes(StandardCharsets.US_ASCII);
    }

    /** The files of this request's form that could not be taken. */
    @SuppressWarnings("unchecked")
    static List<Refused> refused(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> refused ? (List<Refused>) refused : List.of();
    }

    private String read(MultipartBody body, List<Refused> refused) throws IOException {
        OptionalLong user = currentUser.id();
        var form = new StringJoiner("&");
        int room = TypedForm.LIMIT;
        int files = 0;
        while (body.next()) {
            if (body.fileName() == null) {
                byte[] value = body.content().readNBytes(room + 1);
                room -= value.length;
                if (room < 0) {
                    throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
                }
                String text = new String(value, StandardCharsets.UTF_8);
                form.add(field(body.name(), text));
                if (OthersForm.FIELD.equals(body.name()) && OtherUserGuard.isOther(text, user)) {
                    user = OptionalLong.empty();
                }
            } else if (!body.fileName().isEmpty() && user.isPresent() && ++files <= 2 * attachments.most()) {
                take(user.getAsLong(), body, refused).ifPresent(id -> form.add(field(FIELD, id)));
            }
        }
        return form.toString();
    }

    private Optional<String> take(long user, MultipartBody body, List<Refused> refused) throws IOException {
        if (!limit.countFile(user).isZero()) {
            refused.add(new Refused(body.fileName(), FileRefusedException.Reason.TOO_OFTEN));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    attachments.receive(user, body.fileName(), body.content()).id());
        } catch (FileRefusedException reason) {
            refused.add(new Refused(body.fileName(), reason.reason()));
            return Optional.empty();
        }
    }

    private static String field(String name, String value) {
        return encode(name == null ? "" : name) + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
