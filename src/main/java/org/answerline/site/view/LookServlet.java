package org.answerline.site.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.answerline.platform.config.LogoFile;
import org.answerline.platform.web.AssetVersions;

/** Serves the owner's logo and colours beside the static files. */
@WebServlet(
        urlPatterns = {SiteLook.LOGO, SiteLook.COLOURS},
        asyncSupported = true)
public class LookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** An SVG that is opened by itself runs no script and loads nothing; in a page it is an image, which does neither. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    @Inject
    transient SiteLook look;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(SiteLook.COLOURS)) {
            send(
                    look.colours().map(css -> css.getBytes(StandardCharsets.UTF_8)),
                    "text/css;charset=UTF-8",
                    request,
                    response);
        } else {
            Optional<LogoFile> logo = look.logo();
            response.setHeader("Content-Security-Policy", HARMLESS);
            send(logo.map(LogoFile::content), logo.map(LogoFile::type).orElse(null), request, response);
        }
    }

    private static void send(
            Optional<byte[]> content, String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // Else it stays as the filter has it: another node may have another logo.
        if (AssetVersions.fingerprint(content.get()).equals(request.getParameter(AssetVersions.PARAMETER))) {
            response.setHeader("Cache-Control", AssetVersions.YEAR);
        }
        response.setContentType(type);
        response.setContentLength(content.get().length);
        response.getOutputStream().write(content.get());
    }
}
