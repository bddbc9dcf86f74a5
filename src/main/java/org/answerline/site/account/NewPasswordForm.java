package org.answerline.site.account;

import jakarta.ws.rs.FormParam;
import org.answerline.account.PasswordLength;

/** The form of the page that sets a password after the old one was forgotten. */
public class NewPasswordForm {
    @FormParam("password")
    private String password;

    /** As it came; null for none. */
    @PasswordLength
    public String getPassword() {
        return password;
    }
}
