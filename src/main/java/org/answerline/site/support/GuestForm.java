package org.answerline.site.support;

import jakarta.ws.rs.FormParam;
import org.answerline.account.guest.GuestDetails;
import org.answerline.account.guest.WorkProof;
import org.answerline.platform.text.InputText;
import org.answerline.site.form.GuestFormFields;

/** What the form of the support page contains of somebody who asks without an account. */
public class GuestForm {
    private static final String WITH_ACCOUNT = "account";

    @FormParam(GuestFormFields.NAME)
    private String fullName;

    @FormParam(GuestFormFields.EMAIL)
    private String email;

    @FormParam("website")
    private String website;

    @FormParam("challenge")
    private String challenge;

    @FormParam("proof")
    private String proof;

    @FormParam("as")
    private String as;

    /** Whether it is to be sent without an account: it has the fields for that, and the button was not pressed that asks to sign in. */
    boolean isOfGuest() {
        return email != null && !WITH_ACCOUNT.equals(as);
    }

    /** Whether a field is filled that people do not see. */
    boolean isByRobot() {
        return !InputText.isBlank(website);
    }

    GuestDetails details() {
        return GuestDetails.typed(email, fullName);
    }

    WorkProof proof() {
        return WorkProof.typed(challenge, proof);
    }
}
