package org.answerline.site.view;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.AssetVersions;
import org.answerline.site.api.problem.ApiProblem;

/** The page for a missing address or an error: a plain text and a link, never a stack trace. */
@WebServlet(
        urlPatterns = {"/error", "/error/"},
        asyncSupported = true)
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> KNOWN = Map.of(
            400,
            "bad_request",
            403,
            "forbidden",
            404,
            "not_found",
            405,
            "not_allowed",
            408,
            "too_slow",
            413,
            "too_large",
            429,
            "too_many",
            503,
            "unavailable");

    @Inject
    transient AssetVersions assets;

    @Inject
    transient SiteLook look;

    @Inject
    transient PageLanguage language;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        response.setStatus(status);
        if (isApi(request)) {
            new ApiProblem(status, "The request could not be processed").write(response);
        } else {
            write(request, response, kind(status));
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String kind) throws IOException {
        PageContext context = PageContext.plain(Texts.in(language.of(request)), assets, look);
        String page = VIEWS.errorPage(context, kind, TypedText.of(request)).render();
        response.setContentType("text/html;charset=UTF-8");
        try {
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException writerInUse) {
            response.getWriter().write(page);
        }
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private static boolean isApi(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path instanceof String text && text.startsWith(request.getContextPath() + "/api/");
    }

    static String kind(int status) {
        return KNOWN.getOrDefault(status, status < 500 ? "bad_request" : "broken");
    }
}
