package org.answerline.site;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.answerline.platform.DatabaseAway;

/**
 * Reads a form once, before the server and Jakarta MVC do, and takes the files out of it.
 *
 * <p>Who reads a form when, and from where, differs from server to server; after this filter it does not matter.
 */
@WebFilter(
        urlPatterns = {"/support/*", "/account/*"},
        asyncSupported = true)
public class FormReader implements Filter {
    private static final String WITH_FILES = "/support";

    @Inject
    private FormFiles files;

    /** Goes on with the form in memory, or refuses it; what is no form passes untouched. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        Optional<byte[]> form;
        try {
            form = form(http);
        } catch (ClientErrorException refused) {
            ((HttpServletResponse) response).sendError(refused.getResponse().getStatus());
            return;
        } catch (EOFException broken) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        } catch (IOException gone) {
            throw gone;
        } catch (Exception failure) {
            refuse(failure, (HttpServletResponse) response);
            return;
        }
        chain.doFilter(form.isPresent() ? new TypedForm(http, form.get()) : request, response);
    }

    private static void refuse(Exception failure, HttpServletResponse response) throws IOException, ServletException {
        if (!DatabaseAway.causes(failure)) {
            throw new ServletException(failure);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseAway.COME_AGAIN_SECONDS));
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private Optional<byte[]> form(HttpServletRequest request) throws IOException {
        Optional<MediaType> type = type(request);
        if (!request.getMethod().equals("POST") || type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return Optional.of(plain(request));
        }
        if (type.get().isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                && request.getServletPath().startsWith(WITH_FILES)) {
            return Optional.of(
                    files.takeFrom(request, type.get().getParameters().get("boundary")));
        }
        return Optional.empty();
    }

    private static byte[] plain(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(TypedForm.LIMIT + 1);
        if (body.length > TypedForm.LIMIT) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return body;
    }

    private static Optional<MediaType> type(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getContentType()).map(MediaType::valueOf);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
