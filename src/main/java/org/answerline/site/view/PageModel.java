package org.answerline.site.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.CallerAddress;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.FieldProblems;

/** The response of a page: the model of its view, its status, or a redirect. */
@RequestScoped
public class PageModel {
    public static final int OK = 200;
    public static final int UNPROCESSABLE = 422;
    public static final int TOO_MANY = 429;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode mode;

    @Inject
    Accounts accounts;

    @Inject
    HttpServletRequest request;

    @Inject
    CallerAddress caller;

    public PageModel with(String name, Object value) {
        models.put(name, value);
        return this;
    }

    /** Whether this variable of the view is true. */
    public boolean says(String name) {
        return Boolean.TRUE.equals(models.get(name));
    }

    /** Adds the path to go to after signing in, and whether it sends a question that was typed before. */
    public PageModel withNext(String next) {
        String path = ReturnPath.own(next);
        return with("next", path).with("questionKept", path.startsWith(ReturnPath.SEND_QUESTION));
    }

    public PageModel with(List<FieldProblem> problems) {
        return with("problems", new FieldProblems(problems));
    }

    public Response show(String view) {
        return show(Response.Status.OK.getStatusCode(), view);
    }

    public Response show(int status, String view) {
        if (models.get("problems") == null) {
            with(List.of());
        }
        with("here", request.getRequestURI());
        with("signedIn", currentUser.isSignedIn());
        with("reader", reader());
        with("wayOut", mode.wayOut().orElse(null));
        return Response.status(status).entity(view).build();
    }

    // A page about an unavailable database cannot query it; its form is protected by the CSRF token alone.
    private Long reader() {
        OptionalLong id = models.get("away") == null ? currentUser.id() : OptionalLong.empty();
        return id.isPresent() ? id.getAsLong() : null;
    }

    /** Redirects the browser to a path of this site with GET (303). */
    public Response go(String path) {
        return Response.seeOther(caller.url(request).resolve(path)).build();
    }

    public Response toSignIn() {
        return toSignIn(request.getRequestURI());
    }

    /** Asks to sign in; then the browser returns to this path of our own. */
    public Response toSignIn(String path) {
        return go("/account/sign-in/?next=" + path);
    }

    public String text(String key, Object... args) {
        return texts().get(key, args);
    }

    public Texts texts() {
        return Texts.in(language());
    }

    public String language() {
        return mvc.getLocale().getLanguage();
    }

    public void rememberLanguage(User user) {
        if (!language().equals(user.language())) {
            accounts.setLanguage(user.id(), language());
        }
    }
}
