package org.answerline.site.account;

import jakarta.ws.rs.FormParam;
import org.answerline.account.EmailAddress;
import org.answerline.platform.text.InputText;

/** The form of a page that asks for an e-mail address, and of some for the password. */
public class EmailForm {
    @FormParam("email")
    private String email;

    @FormParam("password")
    private String password;

    /** On one line, without blanks around it; empty for none. */
    @EmailAddress
    public String getEmail() {
        return InputText.cleanLine(email);
    }

    /** As it was typed; empty for none. */
    public String getPassword() {
        return password == null ? "" : password;
    }
}
