package org.answerline.site.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.answerline.account.guest.WorkProofs;
import org.answerline.account.mail.AccountMails;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.InputText;

/** The fields of a guest in the form of a visitor, if there are any. */
@ApplicationScoped
public class GuestFormFields {
    /** The field of the name. */
    public static final String NAME = "full_name";

    /** The field of the address. */
    public static final String EMAIL = "email";

    @Inject
    Settings settings;

    @Inject
    WorkProofs proofs;

    @Inject
    AccountMails mails;

    /** Whether visitors may ask without an account. */
    public boolean areTaken() {
        return GuestSettings.areOn(settings);
    }

    /** With what was typed into them and a new challenge; null if guests are not taken. */
    public GuestFields of(Map<String, String> typed) {
        return GuestSettings.areOn(settings)
                ? new GuestFields(
                        InputText.cleanLine(typed.get(NAME)),
                        InputText.cleanLine(typed.get(EMAIL)),
                        proofs.challenge(),
                        mails.arePossible())
                : null;
    }
}
