package org.answerline.site.view;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.CallerAddress;
import org.answerline.site.validation.FieldProblem;

/** The response of a page: its view, its status, or a redirect. */
@RequestScoped
public class PageModel {
    /** Every view, with its data as typed parameters; generated from src/main/jte. */
    public static final Templates VIEWS = new StaticTemplates();

    public static final int OK = 200;
    public static final int FORBIDDEN = 403;
    public static final int UNPROCESSABLE = 422;
    public static final int TOO_MANY = 429;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    PageContextFactory contexts;

    @Inject
    Accounts accounts;

    @Inject
    HttpServletRequest request;

    @Inject
    CallerAddress caller;

    private PageContext context;
    private boolean withoutDatabase;

    /** What every view can use; the same for all views of a request. */
    public PageContext context() {
        if (context == null) {
            context = contexts.of(texts(), request.getRequestURI(), withoutDatabase);
        }
        return context;
    }

    /** Shows a page about an unavailable database, for which it cannot be queried. */
    public void withoutDatabase() {
        withoutDatabase = true;
        context = null;
    }

    /** Shows what is wrong with the fields of the page's form. */
    public PageModel with(List<FieldProblem> problems) {
        context().setProblems(problems);
        return this;
    }

    public Response show(JteModel view) {
        return show(OK, view);
    }

    /** The view is rendered when the controller has returned. */
    public Response show(int status, JteModel view) {
        models.put(JteViewEngine.VIEW, view);
        return Response.status(status).entity(JteViewEngine.NAME).build();
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
