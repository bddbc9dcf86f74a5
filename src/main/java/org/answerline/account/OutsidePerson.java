package org.answerline.account;

import org.answerline.platform.TypedText;

/** Somebody whom a realm outside has made sure of: the address that identifies the account, and the name to show. */
record OutsidePerson(String email, String fullName) {
    private static final int EMAIL_MIN = 3;

    /** Cleans what was told; without a name the address stands for it. */
    static OutsidePerson told(String email, String fullName) {
        String address = TypedText.cleanLine(email);
        String name = TypedText.cleanLine(fullName);
        return new OutsidePerson(address, cut(TypedText.isBlank(name) ? address : name));
    }

    /** Whether an account can bear this address. */
    boolean isKnown() {
        return TypedText.length(email) >= EMAIL_MIN && TypedText.length(email) <= SignUp.EMAIL_MAX;
    }

    private static String cut(String name) {
        int most = Math.min(SignUp.NAME_MAX, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, most));
    }
}
