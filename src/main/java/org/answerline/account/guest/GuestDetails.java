package org.answerline.account.guest;

import org.answerline.account.EmailAddress;
import org.answerline.account.FullName;
import org.answerline.platform.text.InputText;

/** Who a guest says to be, cleaned. */
public record GuestDetails(@EmailAddress String email, @FullName String fullName) {

    /** Cleans what came from the form. */
    public static GuestDetails typed(String email, String fullName) {
        return new GuestDetails(InputText.cleanLine(email), InputText.cleanLine(fullName));
    }

    /** Contains neither, because this text may appear in a log. */
    @Override
    public String toString() {
        return "GuestDetails[…]";
    }
}
