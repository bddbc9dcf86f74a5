package org.answerline.site;

import jakarta.annotation.Priority;
import jakarta.mvc.security.Csrf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps what was typed into a form within reach, so that it is not lost when the form itself is refused. */
@PreMatching
@Priority(1)
public class TypedForm implements ContainerRequestFilter {
    /** A message of the greatest length, every character of it twelve bytes on the wire, and room to spare. */
    static final int LIMIT = 128 * 1024;

    /** Krazo's name of the field with the token that protects a form. */
    private static final String TOKEN = "_csrf";

    private static final String ATTRIBUTE = TypedForm.class.getName();

    @Context
    HttpServletRequest request;

    /** Reads the form once, up to the limit, and puts it back for whoever reads it next. */
    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return;
        }
        byte[] body = context.getEntityStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        context.setEntityStream(new ByteArrayInputStream(body));
        request.setAttribute(ATTRIBUTE, new String(body, StandardCharsets.UTF_8));
        showToken(context);
    }

    /** Krazo for RESTEasy looks for the token among the servlet's parameters, which are gone with the body, or in this header. */
    private void showToken(ContainerRequestContext context) {
        context.getHeaders().remove(Csrf.DEFAULT_CSRF_HEADER_NAME);
        String token = fields(request).get(TOKEN);
        if (token != null) {
            context.getHeaders().putSingle(Csrf.DEFAULT_CSRF_HEADER_NAME, token);
        }
    }

    /** The fields of the form sent with this request; none when there was no form. */
    static Map<String, String> fields(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String body ? parse(body) : Map.of();
    }

    static Map<String, String> parse(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (first, next) -> first));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
