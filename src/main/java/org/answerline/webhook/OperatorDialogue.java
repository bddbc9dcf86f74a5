package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.GivenHints;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.NoteText;
import org.answerline.conversation.reply.NumberedText;
import org.answerline.linking.BotUsername;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.BotCommand;
import org.answerline.telegram.update.MediaFile;

/** Handles messages in the operators' chat. A mistake is answered with a hint, and nothing of it is sent to a user. */
@ApplicationScoped
class OperatorDialogue {

    @Inject
    private OperatorChat operator;

    @Inject
    private BotSettings bot;

    @Inject
    private AnswerDialogue answers;

    @Inject
    private NoteDialogue notes;

    @Inject
    private OperatorCommands commands;

    @Inject
    private CorrectionDialogue corrections;

    @Inject
    private GivenHints hints;

    @Inject
    private OperatorRights rights;

    @Inject
    private RepliedMessages repliedMessages;

    @Inject
    private BotUsername identity;

    @Inject
    private TopicUsers topics;

    @Inject
    private BotReplies words;

    void reply(IncomingEvent.OperatorReply reply) {
        RepliedToMessage replied =
                repliedMessages.of(reply.repliedMessage(), reply.author()).inTopicOf(topics.of(reply.topicId()));
        boolean isDone = !rights.allow(reply.author(), reply.messageId())
                || notes.handled(
                        Optional.of(replied), reply.text().text(), reply.file(), reply.messageId(), reply.author());
        if (!isDone && topics.isAboutNote(replied)) {
            hint(reply.messageId(), reply.author(), "telegram.operator.topic.note");
            return;
        }
        RepliedToMessage answered = topics.isEveryMessageAnAnswer() ? replied : replied.inTopicOf(Optional.empty());
        isDone = isDone || answers.reply(reply, answered);
        if (!isDone && mayHint(reply)) {
            words.toOperator(
                    reply.messageId(),
                    operator.hasMoved() ? "telegram.operator.beforemove" : "telegram.operator.notours");
        }
    }

    /** A Reply to another member of the group is ordinary talk. */
    private boolean mayHint(IncomingEvent.OperatorReply reply) {
        boolean toAPerson = reply.repliedMessage()
                .author()
                .filter(author -> author != bot.botId())
                .isPresent();
        return !toAPerson || mayHint(reply.author().id());
    }

    private boolean mayHint(long author) {
        return operator.id() > 0 || hints.mayHintTalk(operator.id(), author);
    }

    /** A message may begin with a question's number; others get a hint, which is rare in a group, where members talk to each other. */
    void talk(IncomingEvent.OperatorChatter talk) {
        Optional<RepliedToMessage> topic = topics.repliedIn(talk.topicId());
        if (topic.isPresent()) {
            inTopic(talk, topic.get());
            return;
        }
        boolean isDone = !talk.foreign()
                && withoutReply(talk.messageId(), talk.author(), talk.text(), talk.media(), talk.file());
        if (!isDone && mayHint(talk.author().id())) {
            hint(talk.messageId());
        }
    }

    /** In a user's topic. What somebody else has written is no answer: it may be the question of another user, forwarded by mistake. */
    private void inTopic(IncomingEvent.OperatorChatter talk, RepliedToMessage topic) {
        boolean isDone = !rights.allow(talk.author(), talk.messageId())
                || (!talk.foreign()
                        && notes.handled(
                                Optional.of(topic), talk.text().text(), talk.file(), talk.messageId(), talk.author()));
        if (isDone) {
            return;
        }
        if (!topics.isEveryMessageAnAnswer()) {
            boolean isAnswer = !talk.foreign()
                    && answers.numbered(talk.messageId(), talk.author(), talk.text(), talk.media(), talk.file());
            if (!isAnswer) {
                hint(talk.messageId(), talk.author(), "telegram.operator.noreply");
            }
        } else if (talk.foreign()) {
            words.toOperator(talk.messageId(), "telegram.operator.topic.forwarded");
        } else {
            answers.inTopic(talk, topic);
        }
    }

    private void hint(long messageId, OperatorIdentity author, String key) {
        if (mayHint(author.id())) {
            words.toOperator(messageId, key);
        }
    }

    /** The same in a private chat, where an account may be linked too; false when the message names no question. */
    boolean numbered(IncomingEvent.UserMessage message) {
        return !message.foreign()
                && withoutReply(message.messageId(), message.author(), message.text(), message.media(), message.file());
    }

    /** Whether it is an answer or a note because it begins with a question's number, or belongs to such an album. */
    private boolean withoutReply(
            long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<MediaFile> file) {
        boolean isNumbered = NumberedText.in(text.text()).isPresent();
        if (isNumbered && !rights.allow(author, messageId)) {
            return true;
        }
        boolean isTalk =
                !isNumbered && operator.id() < 0 && NoteText.in(text.text()).isPresent();
        return isTalk
                || notes.handled(Optional.empty(), text.text(), file, messageId, author)
                || answers.numbered(messageId, author, text, media, file);
    }

    void hint(long messageId) {
        words.toOperator(messageId, "telegram.operator.noreply");
    }

    /** A command in a Reply is sent to nobody: it is meant for a bot, not for a user. */
    void command(IncomingEvent.OperatorCommand typed) {
        BotCommand command = typed.command();
        if (!command.isFor(identity.username()) || !rights.allow(typed.author(), typed.messageId())) {
            return;
        }
        Optional<RepliedToMessage> replied = typed.repliedMessage()
                .map(original -> repliedMessages.of(original, typed.author()).inTopicOf(topics.of(typed.topicId())))
                .or(() -> topics.repliedIn(typed.topicId()));
        Optional<OperatorCommandName> known = OperatorCommandName.of(command.name());
        boolean isOurs =
                replied.isPresent() || operator.id() > 0 || command.bot().isPresent();
        if (known.isPresent()) {
            commands.run(known.get(), typed, replied);
        } else if (isOurs) {
            commands.unknown(typed);
        }
    }

    /** An edited note stays a note; an edited answer is changed where its user reads it. */
    void edit(IncomingEvent.OperatorEdit edit) {
        if (notes.edited(edit.messageId(), edit.text().text())) {
            return;
        }
        if (rights.allow(edit.author(), edit.messageId())) {
            corrections.edit(edit);
        }
    }
}
