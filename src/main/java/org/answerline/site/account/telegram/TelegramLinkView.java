package org.answerline.site.account.telegram;

import java.net.URI;
import org.answerline.linking.LinkInvitation;

/** An invitation to link Telegram as a page shows it; link and picture are null while the bot's name is not known. */
public record TelegramLinkView(String link, LinkQrCode picture, String command, String validUntil) {

    public static TelegramLinkView of(LinkInvitation invitation) {
        String link = invitation.link().map(URI::toString).orElse(null);
        return new TelegramLinkView(
                link,
                link == null ? null : LinkQrCode.of(link),
                invitation.command(),
                invitation.validUntil().toString());
    }

    /** Never the token: this text may end in a log. */
    @Override
    public String toString() {
        return "Binding[until " + validUntil + "]";
    }
}
