package org.answerline.site.api.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.core.Response;

/** JSON-B as the API uses it; made once, because making one reads the service files of every jar. */
public final class ApiJson {
    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withNullValues(true));

    private ApiJson() {}

    /** The object as JSON text. */
    public static String write(Object object) {
        return JSONB.toJson(object);
    }

    /** The object as the body of an answer that no cache keeps. */
    public static Response response(Response.Status status, Object object) {
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(write(object))
                .build();
    }

    /**
     * Reads JSON text that is known to be well-formed.
     *
     * @throws jakarta.json.bind.JsonbException if it does not fit the type
     */
    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }
}
