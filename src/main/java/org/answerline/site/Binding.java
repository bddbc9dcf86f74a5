package org.answerline.site;

import java.net.URI;
import org.answerline.linking.Invitation;

/** An invitation to link Telegram as a page shows it; link and picture are null while the bot's name is not known. */
public record Binding(String link, QrPicture picture, String command, String validUntil) {

    static Binding of(Invitation invitation) {
        String link = invitation.link().map(URI::toString).orElse(null);
        return new Binding(
                link,
                link == null ? null : QrPicture.of(link),
                invitation.command(),
                invitation.validUntil().toString());
    }

    /** Never the token: this text may end in a log. */
    @Override
    public String toString() {
        return "Binding[until " + validUntil + "]";
    }
}
