package org.answerline.site.form;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.web.PercentEncoding;
import org.answerline.site.view.TypedText;

/**
 * Reads a form once, before the server and Jakarta MVC do, and takes the files out of it.
 *
 * <p>Who reads a form when, and from where, differs from server to server; after this filter it does not matter.
 */
public class FormBodyFilter implements Filter {
    private static final String WITH_FILES = "/support";

    @Inject
    private FormUploads files;

    /** Goes on with the form in memory, or refuses it; what is no form passes untouched. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        Optional<Map<String, List<String>>> form;
        try {
            form = form(http, (HttpServletResponse) response);
        } catch (FormRefusedException refused) {
            TypedText.keep(http, refused.fields());
            ((HttpServletResponse) response).sendError(refused.status());
            return;
        } catch (IOException malformed) {
            // The body was received completely (RequestBodyFilter), so the client has not closed the connection.
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        } catch (Exception failure) {
            refuse(failure, (HttpServletResponse) response);
            return;
        }
        chain.doFilter(form.isPresent() ? new BufferedFormRequest(http, form.get()) : request, response);
    }

    private static void refuse(Exception failure, HttpServletResponse response) throws IOException, ServletException {
        if (!DatabaseUnavailable.causes(failure)) {
            throw new ServletException(failure);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseUnavailable.COME_AGAIN_SECONDS));
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private Optional<Map<String, List<String>>> form(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<MediaType> type = type(request);
        if (!request.getMethod().equals("POST") || type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return Optional.of(plain(request, type.get()));
        }
        if (type.get().isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                && request.getServletPath().startsWith(WITH_FILES)) {
            return Optional.of(files.takeFrom(request, response, type.get()));
        }
        return Optional.empty();
    }

    private static Map<String, List<String>> plain(HttpServletRequest request, MediaType type) throws IOException {
        // RequestBodyFilter keeps no more than a bounded part of it.
        byte[] body = request.getInputStream().readAllBytes();
        // A byte above ASCII that is not escaped, as some programs send it, stands for itself in every charset.
        String text = PercentEncoding.escapedAboveAscii(body);
        Charset charset = FormFields.charset(type.getParameters().get("charset"));
        if (body.length > BufferedFormRequest.LIMIT) {
            throw FormRefusedException.tooLarge("The form", FormFields.first(FormFields.parseCut(text, charset)));
        }
        return FormFields.parse(text, charset);
    }

    private static Optional<MediaType> type(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getContentType()).map(MediaType::valueOf);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
