package org.answerline.account.guest;

import org.answerline.account.EmailAddress;
import org.answerline.account.FullName;
import org.answerline.platform.text.InputText;

/** Who a guest says to be, cleaned; in the order of the form, in which faults are listed. */
public record GuestDetails(@FullName String fullName, @EmailAddress String email) {

    /** Cleans what came from the form. */
    public static GuestDetails typed(String email, String fullName) {
        return new GuestDetails(InputText.cleanLine(fullName), InputText.cleanLine(email));
    }

    /** Contains neither, because this text may appear in a log. */
    @Override
    public String toString() {
        return "GuestDetails[…]";
    }
}
