package org.answerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** The name of an operator that users see with an answer, as the owner has chosen. */
@ApplicationScoped
class Signatures {

    @Inject
    private Settings settings;

    /** Empty if the owner wants none, or if the operator is anonymous. */
    Optional<String> of(OperatorIdentity author) {
        return switch (settings.get(SiteSettings.SIGNATURE)) {
            case "first_name" -> author.firstName();
            case "full_name" -> author.fullName();
            default -> Optional.empty();
        };
    }
}
