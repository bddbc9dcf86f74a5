package org.answerline.site.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.account.guest.GuestDetails;
import org.answerline.account.guest.WorkProof;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;

/**
 * Makes a guest and sends the question, or keeps it until the address is confirmed, and requests the e-mail with the link: everything in one
 * transaction. Where it fails, there is no guest without a question, the proof of work is not used up, and the same form can be sent again.
 */
@ApplicationScoped
@Transactional
public class GuestFirstQuestion {
    @Inject
    GuestAccounts guests;

    @Inject
    QuestionDrafts drafts;

    @Inject
    AccountMails mails;

    /**
     * A question that was sent.
     *
     * @param message its id
     */
    public record Sent(User guest, long message) {}

    /** The draft is gone, or it is the question of somebody else; undoes the transaction. */
    public static final class DraftGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What a guest has typed.
     *
     * @param draft where it is kept
     * @param submission the key of its form
     * @param files the ids that the form names
     */
    public record Typed(DraftKey draft, String submission, List<String> files) {}

    /**
     * Sends the question of a guest whose browser has proved its work.
     *
     * @return empty if the proof is not accepted
     * @throws DraftGoneException if the draft cannot be sent by this guest
     */
    public Optional<Sent> send(Typed question, GuestDetails typed, String language, WorkProof proof) {
        return guests.open(typed, question.submission(), language, proof).map(guest -> {
            OptionalLong message = drafts.send(question.draft(), guest.id());
            mails.ask(guest, MailPurpose.GUEST);
            return new Sent(guest, message.orElseThrow(DraftGoneException::new));
        });
    }

    /**
     * Keeps the question of a guest until the address is confirmed.
     *
     * @return the names of the files that wait with it
     * @throws DraftGoneException if it is not kept for this guest: the same form was sent with another address at the same time
     */
    public List<String> keep(Typed question, GuestDetails typed, String language) {
        User guest = guests.openPending(typed, question.submission(), language);
        drafts.keepFor(question.draft(), guest.id(), GuestAccounts.CONFIRMABLE, question.files());
        QuestionDraft kept = drafts.kept(guest.id()).orElseThrow(DraftGoneException::new);
        mails.ask(guest, MailPurpose.GUEST);
        return drafts.filesOf(kept).stream().map(Attachment::name).toList();
    }
}
