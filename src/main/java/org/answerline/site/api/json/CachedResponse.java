package org.answerline.site.api.json;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Responses that are the same for everybody, so that a cache may keep them for ten minutes. */
public final class CachedResponse {
    private CachedResponse() {}

    /** The JSON text with a tag, or 304 if the client has it. */
    public static Response.ResponseBuilder answer(Request request, String json) {
        var tag = new EntityTag(fingerprint(json));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(json) : unchanged)
                .tag(tag)
                .header("Cache-Control", "public, max-age=600");
    }

    private static String fingerprint(String json) {
        var sum = new CRC32();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
