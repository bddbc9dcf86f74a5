package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.account.Accounts;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.account.User;
import org.answerline.platform.CallerAddress;
import org.answerline.platform.Texts;

/** The page a request is answered with: what its view shows, its status, or where the reader goes instead. */
@RequestScoped
class PageModel {
    static final int OK = 200;
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY = 429;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    ThymeleafViewEngine views;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode door;

    @Inject
    Accounts accounts;

    @Inject
    HttpServletRequest request;

    @Inject
    CallerAddress caller;

    PageModel with(String name, Object value) {
        models.put(name, value);
        return this;
    }

    /** Whether the view is told that this is so. */
    boolean says(String name) {
        return Boolean.TRUE.equals(models.get(name));
    }

    /** Where to go after signing in, and whether a question that was typed before is sent there. */
    PageModel withNext(String next) {
        String path = ReturnPath.own(next);
        return with("next", path).with("questionKept", path.startsWith(SendController.PATH));
    }

    PageModel with(List<FieldProblem> problems) {
        return with("problems", new FieldProblems(problems));
    }

    Response show(String view) {
        return show(Response.Status.OK.getStatusCode(), view);
    }

    Response show(int status, String view) {
        if (models.get("problems") == null) {
            with(List.of());
        }
        with("here", request.getRequestURI());
        with("signedIn", currentUser.isSignedIn());
        with("reader", reader());
        with("wayOut", door.wayOut().orElse(null));
        return Response.status(status).entity(view).build();
    }

    // A page about a database that is unavailable cannot ask it; its form is guarded by the session's token alone.
    private Long reader() {
        OptionalLong id = models.get("away") == null ? currentUser.id() : OptionalLong.empty();
        return id.isPresent() ? id.getAsLong() : null;
    }

    Response rendered(Response shown) {
        String html = views.render((String) shown.getEntity(), mvc.getLocale(), models.asMap());
        return Response.fromResponse(shown)
                .entity(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }

    /** Sends the browser on with a GET; the path is one of our own. */
    Response go(String path) {
        return Response.seeOther(caller.url(request).resolve(path)).build();
    }

    Response toSignIn() {
        return go("/account/sign-in/?next=" + request.getRequestURI());
    }

    String text(String key, Object... args) {
        return texts().get(key, args);
    }

    Texts texts() {
        return Texts.in(language());
    }

    String language() {
        return mvc.getLocale().getLanguage();
    }

    void rememberLanguage(User user) {
        if (!language().equals(user.language())) {
            accounts.setLanguage(user.id(), language());
        }
    }
}
