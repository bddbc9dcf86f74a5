package org.answerline.site.api.file;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.FileCategory;

/** Headers that keep a stranger's file from acting as a page of ours. */
final class DownloadHeaders {
    /** What every browser shows by itself without running anything in it. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private DownloadHeaders() {}

    static Response.ResponseBuilder of(Attachment file) {
        return Response.ok()
                .header("Content-Type", file.type())
                .header("Accept-Ranges", "bytes")
                .tag(tag(file))
                .header("Content-Disposition", disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-site")
                .header("Cache-Control", "private, max-age=600");
    }

    /** The same content has the same tag on every node. */
    static EntityTag tag(Attachment file) {
        return new EntityTag(file.fingerprint());
    }

    /** The name twice: in ASCII for old clients, and as https://www.rfc-editor.org/rfc/rfc6266 writes any name. */
    static String disposition(Attachment file) {
        boolean inline =
                SHOWN.contains(file.type()) || file.kind() == FileCategory.AUDIO || file.kind() == FileCategory.VIDEO;
        String ascii = file.name().replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
        String whole = URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + whole;
    }
}
