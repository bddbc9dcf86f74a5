package org.answerline.site.account;

import jakarta.ws.rs.FormParam;
import org.answerline.account.FullName;
import org.answerline.platform.text.InputText;

/** The form of the page that changes the name. */
public class NameForm {
    @FormParam("full_name")
    private String fullName;

    /** On one line, without blanks around it; empty for none. */
    @FullName
    public String getFullName() {
        return InputText.cleanLine(fullName);
    }
}
