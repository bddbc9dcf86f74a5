package org.answerline.account;

import org.answerline.platform.text.InputText;

/** What was typed to open an account, cleaned; the password stays as it was typed. */
public record SignUp(@EmailAddress String email, @FullName String fullName, @PasswordLength String password) {

    /** Cleans what came from the form. */
    public static SignUp typed(String email, String fullName, String password) {
        return new SignUp(InputText.cleanLine(email), InputText.cleanLine(fullName), password == null ? "" : password);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "SignUp[email=" + email + "]";
    }
}
