package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.answerline.account.SignIn;
import org.answerline.account.user.User;
import org.answerline.privacy.ErasureSummary;
import org.answerline.privacy.PersonalData;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** The pages on which users export or erase their personal data. */
@Controller
@RequestScoped
@SignedIn
@Path("data/")
@Produces("text/html;charset=UTF-8")
public class PersonalDataController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    SignIn signIn;

    @Inject
    PersonalData data;

    @Context
    HttpServletRequest request;

    /** What can be done. */
    @GET
    public Response choices() {
        return page.show(VIEWS.accountData(page.context()));
    }

    /** Says what would be erased and what stays, and asks. */
    @GET
    @Path("erase/")
    public Response ask() {
        return ask(signedIn.user(), PageModel.OK);
    }

    /** Erases, if the reader has shown who they are. */
    @POST
    @Path("erase/")
    @CsrfProtected
    public Response erase(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("email") @DefaultValue("") String email) {
        User user = signedIn.user();
        if ((user.hasPassword() ? password : email).isBlank()) {
            return user.hasPassword()
                    ? refuse(user, "password", "account.password.enter")
                    : refuse(user, "email", user.email().isEmpty() ? "account.name.empty" : "account.email.empty");
        }
        if (!user.hasPassword()) {
            return email.strip().equalsIgnoreCase(user.accountName())
                    ? erased(user)
                    : refuse(
                            user,
                            "email",
                            user.email().isEmpty() ? "account.data.erase.othername" : "account.data.erase.other");
        }
        SignIn.Outcome outcome = signIn.confirm(request, user, password);
        if (outcome.signedIn()) {
            return erased(user);
        }
        return outcome.waiting().isZero()
                ? refuse(user, "password", "account.data.erase.wrong")
                : refuse(user, "password", "account.sign_in.wait", WaitText.of(page.texts(), outcome.waiting()));
    }

    private Response erased(User user) {
        ErasureSummary summary = data.erase(user.id());
        signIn.signOut(request);
        return page.go("/account/data/erased/?ours=" + summary.keptAtOperator() + "&yours=" + summary.keptAtUser());
    }

    private Response refuse(User user, String field, String textKey, Object... arguments) {
        page.with(List.of(new FieldProblem(field, page.text(textKey, arguments))));
        return ask(user, PageModel.UNPROCESSABLE);
    }

    private Response ask(User user, int status) {
        return page.show(status, VIEWS.accountDataErase(page.context(), data.summary(user.id()), user));
    }
}
