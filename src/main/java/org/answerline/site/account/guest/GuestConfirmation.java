package org.answerline.site.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.account.user.User;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;

/** Confirms the address of a guest and sends the question that has waited for it, in one transaction: both, or neither. */
@ApplicationScoped
@Transactional
public class GuestConfirmation {
    @Inject
    GuestAccounts guests;

    @Inject
    QuestionDrafts drafts;

    /**
     * A guest whose address is confirmed.
     *
     * @param message the id of the message that was sent; empty if no question has waited
     */
    record Confirmed(User guest, OptionalLong message) {}

    /** Whether a guest's question has waited for too long, so that there is nothing to confirm any more. */
    boolean isOver(User guest) {
        return guests.isPending(guest.id()) && drafts.kept(guest.id()).isEmpty();
    }

    /**
     * Confirms the address.
     *
     * @param reader the user of this browser
     * @param shown the id of the draft that the page has shown
     * @return empty if the link is not valid, or if another question waits than the page has shown, or if it has waited for too long
     */
    Optional<Confirmed> confirm(String token, OptionalLong reader, String shown) {
        return guests.lockedOfLink(token).flatMap(guest -> {
            Optional<QuestionDraft> kept = drafts.lockedKept(guest.id());
            boolean isOther = kept.filter(draft -> !draft.id().equals(shown)).isPresent();
            return isOther || isOver(guest)
                    ? Optional.empty()
                    : guests.confirm(token, reader).map(confirmed -> new Confirmed(confirmed, send(kept, confirmed)));
        });
    }

    private OptionalLong send(Optional<QuestionDraft> kept, User guest) {
        return kept.map(draft -> OptionalLong.of(drafts.sendKept(draft, guest.id())))
                .orElseGet(OptionalLong::empty);
    }
}
