package org.answerline.conversation.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.mail.AnswerMailRows.MailedUser;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;

/** Informs the operators in Telegram what became of e-mails about their answers. Joins the caller's transaction. */
@ApplicationScoped
class AnswerMailReports {

    @Inject
    private DeliveryReactions reactions;

    @Inject
    private GivenHints hints;

    @Inject
    private Settings settings;

    @Inject
    private OperatorChat operator;

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    /** Marks each reply that the e-mail was about, and explains the first mark. */
    void sent(AnswerMail mail) {
        mail.answers().stream().filter(this::isHere).forEach(answer -> reactions.mailed(answer.originMessageId()));
        UnseenAnswer last = mail.last();
        if (isHere(last) && hints.firstMailed(operator.id())) {
            report(
                    mail.userId(),
                    last,
                    operator.texts().get("telegram.operator.mailed", settings.get(MailSettings.ANSWER_MINUTES)));
        }
    }

    /** On the last reply that the e-mail was about. */
    void refused(AnswerMail mail) {
        String name = accounts.find(mail.userId()).map(User::fullName).orElse("?");
        report(mail.userId(), mail.last(), operator.texts().get("telegram.operator.addressrefused", name));
    }

    /** In the user's topic; about the last answer that an e-mail was about, unless that answer was deleted. */
    void returned(MailedUser user) {
        String name = accounts.find(user.userId()).map(User::fullName).orElse("?");
        String text = operator.texts().get("telegram.operator.mailreturned", name);
        OutboxMessage word = user.through().isPresent()
                ? OutboxMessage.wordAbout(user.through().getAsLong(), operator.id(), null, text)
                : OutboxMessage.word(operator.id(), text);
        outbox.put(word.inTopicOf(user.userId()));
    }

    private void report(long userId, UnseenAnswer answer, String text) {
        Long reply = isHere(answer) ? answer.originMessageId() : null;
        OutboxMessage word = OutboxMessage.wordAbout(answer.id(), operator.id(), reply, text);
        outbox.put(reply == null ? word.inTopicOf(userId) : word);
    }

    private boolean isHere(UnseenAnswer answer) {
        return answer.originMessageId() != 0 && operator.isOperatorChat(answer.originChatId());
    }
}
