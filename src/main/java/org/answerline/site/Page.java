package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.answerline.account.Accounts;
import org.answerline.account.CurrentUser;
import org.answerline.account.User;

/** The page a request is answered with: what its view shows, its status, or where the reader goes instead. */
@RequestScoped
class Page {
    static final int UNPROCESSABLE = 422;
    static final int TOO_MANY = 429;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    Texts texts;

    @Inject
    CurrentUser currentUser;

    @Inject
    Accounts accounts;

    @Inject
    HttpServletRequest request;

    Page with(String name, Object value) {
        models.put(name, value);
        return this;
    }

    Page with(List<FieldProblem> problems) {
        return with("problems", new FieldProblems(problems));
    }

    Response show(String view) {
        return show(Response.Status.OK.getStatusCode(), view);
    }

    Response show(int status, String view) {
        if (models.get("problems") == null) {
            with(List.of());
        }
        with("signedIn", currentUser.id().isPresent());
        return Response.status(status).entity(view).build();
    }

    /** Sends the browser on with a GET; the path is one of our own. */
    Response go(String path) {
        URI here = URI.create(request.getRequestURL().toString());
        return Response.seeOther(here.resolve(path)).build();
    }

    Response toSignIn() {
        return go("/account/sign-in/?next=" + request.getRequestURI());
    }

    String text(String key, Object... args) {
        return texts.text(language(), key, args);
    }

    Locale language() {
        return mvc.getLocale();
    }

    void rememberLanguage(User user) {
        String read = language().getLanguage();
        if (!read.equals(user.language())) {
            accounts.speaks(user.id(), read);
        }
    }
}
