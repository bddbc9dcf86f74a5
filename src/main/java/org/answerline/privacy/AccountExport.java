package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.account.ExternalIdentities;
import org.answerline.account.user.UserRows;
import org.answerline.conversation.draft.DraftRows;
import org.answerline.conversation.mail.AnswerMailRows;
import org.answerline.conversation.rating.RatingRows;
import org.answerline.linking.TelegramLinkRows;

/** What the export says of a user besides messages and files. */
@ApplicationScoped
public class AccountExport {

    private final UserRows users;
    private final ExternalIdentities signIns;
    private final TelegramLinkRows links;
    private final AnswerMailRows mails;
    private final RatingRows ratings;
    private final DraftRows drafts;

    /** For the CDI proxy. */
    protected AccountExport() {
        this(null, null, null, null, null, null);
    }

    /** From these tables. */
    @Inject
    public AccountExport(
            UserRows users,
            ExternalIdentities signIns,
            TelegramLinkRows links,
            AnswerMailRows mails,
            RatingRows ratings,
            DraftRows drafts) {
        this.users = users;
        this.signIns = signIns;
        this.links = links;
        this.mails = mails;
        this.ratings = ratings;
        this.drafts = drafts;
    }

    /** The members of a JSON object, with commas between them; empty when there is no such account. */
    Optional<String> members(long userId) {
        return users.exported(userId)
                .map(account -> String.join(
                        ", ",
                        "\"account\" : " + account,
                        "\"sign_ins\" : " + signIns.exported(userId),
                        "\"telegram\" : " + links.exported(userId),
                        "\"emails_about_answers\" : " + mails.exported(userId),
                        "\"ratings\" : " + ratings.exported(userId),
                        "\"questions_not_sent\" : " + drafts.exported(userId)));
    }
}
