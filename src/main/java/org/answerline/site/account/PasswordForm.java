package org.answerline.site.account;

import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.FormParam;
import org.answerline.account.PasswordLength;

/** The form of the page that changes the password. */
public class PasswordForm {
    @FormParam("old_password")
    private String oldPassword;

    @FormParam("password")
    private String password;

    /** As it came; null for none. */
    @NotEmpty(message = "account.password.old.empty") public String getOldPassword() {
        return oldPassword;
    }

    /** As it came; null for none. */
    @PasswordLength
    public String getPassword() {
        return password;
    }
}
