package org.answerline.site.account.signin;

import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.FormParam;
import org.answerline.platform.text.InputText;

/** The form of the page that signs in. */
public class SignInForm {
    @FormParam("email")
    private String email;

    @FormParam("password")
    private String password;

    @FormParam("next")
    private String next;

    /** On one line, without blanks around it; empty for none. */
    @NotEmpty(message = "account.email.empty") public String getEmail() {
        return InputText.cleanLine(email);
    }

    /** As it came; null for none. */
    @NotEmpty(message = "account.password.enter") public String getPassword() {
        return password;
    }

    /** As it came; null for none. */
    public String getNext() {
        return next;
    }
}
