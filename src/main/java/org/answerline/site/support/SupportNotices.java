package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.user.User;
import org.answerline.conversation.block.UserBlocks;
import org.answerline.privacy.GuestTransfer;
import org.answerline.site.view.PageModel;

/** What the support page says about its user, besides the conversation, in the reader's language. */
@RequestScoped
class SupportNotices {
    @Inject
    PageModel page;

    @Inject
    UserBlocks blocks;

    @Inject
    AccountMails mails;

    @Inject
    GuestTransfer transfer;

    /** Says before anything is sent that it would be refused; a form that was just refused says so itself; null for nothing. */
    String refusal(User user) {
        return page.context().problems().any()
                ? null
                : blocks.told(user.id())
                        .map(block -> block.text(page.texts(), "page.support.refusing."))
                        .orElse(null);
    }

    /** Says how a guest comes back to the conversation; null for nothing. */
    String returning(User user) {
        if (!user.isGuest()) {
            return null;
        }
        if (user.isConfirmed()) {
            return page.text("guest.confirmed", user.email());
        }
        return mails.arePossible() ? page.text("guest.unconfirmed", user.email()) : page.text("guest.here_only");
    }

    /** Whether the user has asked as a guest with the same confirmed address, and can take that along. */
    boolean canTakeAlong(User user) {
        return transfer.isPossible(user);
    }
}
