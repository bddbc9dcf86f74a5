package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;
import org.answerline.account.user.User;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.site.view.PageModel;

/** The page with the form and the reader's conversation. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class SupportController {
    @Inject
    CurrentUser currentUser;

    @Inject
    SignIn signIn;

    @Inject
    SupportPage supportPage;

    @Inject
    UserQuestion userQuestion;

    @Inject
    VisitorQuestion visitorQuestion;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The form and a page of the conversation, the newest without a cursor. */
    @GET
    @Transactional
    public Response form(@QueryParam("before") String before, @QueryParam("sent") String sentBefore) {
        Optional<User> user = currentUser.user();
        if (user.isEmpty()) {
            endErased();
            return visitorQuestion.form(request);
        }
        Optional<NewQuestion> typed =
                visitorQuestion.typedBefore(request, user.get().id());
        var composer =
                new Composer(typed.orElseGet(() -> NewQuestion.typed("", "")), sentBefore != null, typed.isPresent());
        return supportPage.show(PageModel.OK, user.get(), composer, cursor(before));
    }

    // SUPPORTS asks for nothing, but without it Open Liberty leaves Krazo's interceptor out of this method, because the
    // one above has an interceptor of its own: the view's name would be the page.
    /** Sends the question and says so: the first on a page of its own, any other in the conversation; or shows what is wrong. */
    @POST
    @CsrfProtected
    @Transactional(Transactional.TxType.SUPPORTS)
    public Response submit(@BeanParam QuestionForm form, @BeanParam GuestForm guest) {
        return currentUser
                .user()
                .map(user -> userQuestion.submit(user, form, request, response))
                .orElseGet(() -> endErased()
                        ? visitorQuestion.submitOfErased(form, request, response)
                        : visitorQuestion.submit(form, guest, request, response));
    }

    /** Ends a session whose account was erased elsewhere, only when the form's token was checked, which ends with it; whether it did. */
    private boolean endErased() {
        boolean isErased = currentUser.isErased();
        if (isErased) {
            signIn.signOutNow(request);
        }
        return isErased;
    }

    // A malformed cursor comes from a damaged link: the newest page is the helpful answer.
    private static OptionalLong cursor(String before) {
        return before != null && before.matches("[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(before))
                : OptionalLong.empty();
    }
}
