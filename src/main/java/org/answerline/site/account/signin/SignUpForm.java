package org.answerline.site.account.signin;

import jakarta.ws.rs.FormParam;
import org.answerline.account.SignUp;

/** The form of the page that opens an account. */
public class SignUpForm {
    @FormParam("email")
    private String email;

    @FormParam("full_name")
    private String fullName;

    @FormParam("password")
    private String password;

    @FormParam("next")
    private String next;

    /** What was typed, cleaned; it has the constraints. */
    public SignUp signUp() {
        return SignUp.typed(email, fullName, password);
    }

    /** Where to go afterwards, as it came; null for none. */
    public String next() {
        return next;
    }
}
