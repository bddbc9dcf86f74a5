package org.answerline.account;

import org.answerline.platform.text.EmailSyntax;
import org.answerline.platform.text.InputText;

/** A user whom an external sign-in has identified: the address that identifies the account, and the name to show. */
record ExternalUser(String email, String fullName) {
    private static final int EMAIL_MIN = 3;

    /** Cleans what was reported; without a name the address is shown. */
    static ExternalUser told(String email, String fullName) {
        String address = InputText.cleanLine(email);
        String name = InputText.cleanLine(fullName);
        return new ExternalUser(address, cut(InputText.isBlank(name) ? address : name));
    }

    /** Whether an account can bear this address. A user of the server's realm may have a name in place of one, to which no e-mail is sent. */
    boolean isKnown() {
        return email.contains("@")
                ? EmailSyntax.isAddress(email)
                : InputText.length(email) >= EMAIL_MIN && InputText.length(email) <= EmailAddress.MAX;
    }

    private static String cut(String name) {
        int most = Math.min(FullName.MAX, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, most));
    }
}
