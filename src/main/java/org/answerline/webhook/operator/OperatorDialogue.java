package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.reply.NumberedText;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.MediaFile;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.answer.AnswerDialogue;
import org.answerline.webhook.operator.answer.NoteDialogue;

/** Handles messages in the operators' chat. A mistake is answered with a hint, and nothing of it is sent to a user. */
@ApplicationScoped
public class OperatorDialogue {

    @Inject
    private RepliedMessages repliedMessages;

    @Inject
    private TopicUsers topics;

    @Inject
    private AnswerDialogue answers;

    @Inject
    private NoteDialogue notes;

    @Inject
    private EditDialogue edits;

    @Inject
    private OperatorRights rights;

    @Inject
    private OperatorHints hints;

    public void reply(IncomingEvent.OperatorReply reply) {
        RepliedToMessage replied =
                repliedMessages.of(reply.repliedMessage(), reply.author()).inTopicOf(topics.of(reply.topicId()));
        boolean isDone = !rights.allow(reply.author(), reply.messageId())
                || notes.handled(
                        Optional.of(replied), reply.text().text(), reply.file(), reply.messageId(), reply.author());
        if (!isDone && topics.isAboutNote(replied)) {
            hints.giveTalk(reply.messageId(), reply.author().id(), "telegram.operator.topic.note");
            return;
        }
        RepliedToMessage answered = topics.isEveryMessageAnAnswer() ? replied : replied.inTopicOf(Optional.empty());
        isDone = isDone
                || hints.giveCommand(reply.messageId(), reply.text().text(), reply.file())
                || answers.reply(reply, answered);
        if (!isDone) {
            hints.giveReply(reply, repliedMessages.isOfAPerson(reply.repliedMessage()));
        }
    }

    /** A message may begin with a question's number; others get a hint, which is rare in a group, where members talk to each other. */
    public void talk(IncomingEvent.OperatorChatter talk) {
        Optional<RepliedToMessage> topic = topics.repliedIn(talk.topicId());
        if (topic.isPresent()) {
            inTopic(talk, topic.get());
            return;
        }
        boolean isDone = !talk.foreign()
                && withoutReply(talk.messageId(), talk.author(), talk.text(), talk.media(), talk.file());
        if (!isDone && topics.isOfNobody(talk)) {
            hints.give(talk.messageId(), "telegram.operator.topic.nobodys");
        } else if (!isDone) {
            hints.giveTalk(talk.messageId(), talk.author().id(), "telegram.operator.noreply");
        }
    }

    /** In a user's topic. What somebody else has written is no answer: it may be the question of another user, forwarded by mistake. */
    private void inTopic(IncomingEvent.OperatorChatter talk, RepliedToMessage topic) {
        boolean isDone = !rights.allow(talk.author(), talk.messageId())
                || (!talk.foreign()
                        && notes.handled(
                                Optional.of(topic), talk.text().text(), talk.file(), talk.messageId(), talk.author()))
                || (!talk.foreign()
                        && hints.giveCommand(talk.messageId(), talk.text().text(), talk.file()));
        if (isDone) {
            return;
        }
        if (!topics.isEveryMessageAnAnswer()) {
            boolean isAnswer = !talk.foreign()
                    && answers.numbered(talk.messageId(), talk.author(), talk.text(), talk.media(), talk.file());
            if (!isAnswer) {
                hints.giveTopicTalk(talk.messageId(), talk.author().id());
            }
        } else if (talk.foreign()) {
            hints.give(talk.messageId(), "telegram.operator.topic.forwarded");
        } else {
            answers.inTopic(talk, topic);
        }
    }

    /** The same in a private chat, where an account may be linked too; false when the message names no question. */
    public boolean numbered(IncomingEvent.UserMessage message) {
        return !message.foreign()
                && withoutReply(message.messageId(), message.author(), message.text(), message.media(), message.file());
    }

    /** Whether it is an answer or a note because it begins with a question's number, or belongs to such an album. */
    private boolean withoutReply(
            long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<MediaFile> file) {
        boolean isNumbered = NumberedText.in(text.text()).isPresent();
        boolean isCommand = OperatorCommandName.beginning(text.text()).isPresent();
        if ((isNumbered || isCommand) && !rights.allow(author, messageId)) {
            return true;
        }
        boolean isTalk = !isNumbered && notes.isTalk(text.text());
        return isTalk
                || notes.handled(Optional.empty(), text.text(), file, messageId, author)
                || hints.giveCommand(messageId, text.text(), file)
                || answers.numbered(messageId, author, text, media, file);
    }

    /** A message of which the desk cannot say what it is meant for. */
    public void hint(long messageId) {
        hints.give(messageId, "telegram.operator.noreply");
    }

    /** Takes an edit of a note or an answer. */
    public void edit(IncomingEvent.OperatorEdit edit) {
        edits.edit(edit);
    }
}
