package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.ConversationClosing;
import org.answerline.conversation.ConversationSearch;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.reply.ReplyTarget;
import org.answerline.conversation.statistics.DeskStatistics;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.conversation.team.Conversations;
import org.answerline.platform.text.InputText;

/** Carries out the commands of the operators' chat. Only /t sends anything to a user. */
@ApplicationScoped
class OperatorCommands {

    @Inject
    private CommandTargets targets;

    @Inject
    private Conversations conversations;

    @Inject
    private ConversationCards cards;

    @Inject
    private ConversationClosing closing;

    @Inject
    private NoteDialogue notes;

    @Inject
    private BlockCommands blocks;

    @Inject
    private CannedCommands canned;

    @Inject
    private ConversationSearch search;

    @Inject
    private DeskStatistics statistics;

    @Inject
    private CorrectionDialogue corrections;

    @Inject
    private DeliveryReactions reactions;

    @Inject
    private BotReplies words;

    /** Carries out a command for this bot; {@code replied} is the message of the bot or an operator that it replies to. */
    void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        switch (name) {
            case HELP, START -> words.toOperatorIn(typed.language(), typed.messageId(), "telegram.operator.help");
            case OPEN -> cards.open(typed.messageId());
            case NOTE ->
                notes.keep(replied, typed.command().argument(), typed.messageId(), Optional.empty(), typed.author());
            case UNDO -> corrections.undo(typed, replied);
            case T -> canned.send(typed, replied);
            case SAVE -> canned.save(typed);
            case FORGET -> canned.forget(typed);
            case FIND -> find(typed);
            case STATS -> statistics.answer(typed.messageId());
            case BLOCK -> blocks.block(typed, replied);
            case HISTORY, WHO, TAKE, DROP, CLOSE, UNBLOCK ->
                conversation(typed, replied).ifPresent(about -> run(name, typed, about));
        }
    }

    /** Says which command was probably meant; nothing was sent to anyone. */
    void unknown(IncomingEvent.OperatorCommand typed) {
        String nearest = OperatorCommandName.nearest(typed.command().name()).stream()
                .map(command -> "/" + command.word())
                .collect(Collectors.joining(", "));
        String name = "/" + typed.command().name();
        if (nearest.isEmpty()) {
            words.toOperatorIn(typed.language(), typed.messageId(), "telegram.operator.unknowncommand", name);
        } else {
            words.toOperatorIn(typed.language(), typed.messageId(), "telegram.operator.nearestcommand", name, nearest);
        }
    }

    private void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, SupportMessage about) {
        switch (name) {
            case HISTORY -> cards.history(about, typed.messageId());
            case WHO -> cards.who(about, typed.messageId());
            case TAKE -> take(typed, about);
            case DROP -> {
                conversations.drop(about.userId());
                reactions.done(typed.messageId());
            }
            case CLOSE -> close(typed, about);
            case UNBLOCK -> blocks.unblock(typed, about);
            default -> throw new IllegalArgumentException("Not about a conversation: " + name);
        }
    }

    private void find(IncomingEvent.OperatorCommand typed) {
        if (typed.command().isBare()) {
            words.toOperator(typed.messageId(), "telegram.find.words");
        } else {
            search.find(typed.command().argument(), typed.messageId());
        }
    }

    private void take(IncomingEvent.OperatorCommand typed, SupportMessage about) {
        Optional<ConversationOwner> before = conversations.take(about.userId(), typed.author());
        reactions.done(typed.messageId());
        before.filter(owner -> owner.id() != typed.author().id())
                .ifPresent(owner -> words.toOperatorAbout(
                        about, typed.messageId(), "telegram.operator.taken", cards.named(owner.name())));
    }

    private void close(IncomingEvent.OperatorCommand typed, SupportMessage about) {
        if (closing.close(about.userId())) {
            reactions.done(typed.messageId());
        } else {
            words.toOperatorAbout(about, typed.messageId(), "telegram.operator.closedalready");
        }
    }

    /** The last message of the conversation that a command is about; otherwise the operator is told what is missing. */
    private Optional<SupportMessage> conversation(
            IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        Optional<ReplyTarget.Person> person = targets.of(typed, replied);
        if (person.filter(found -> !InputText.isBlank(found.text())).isPresent()) {
            words.toOperator(
                    typed.messageId(),
                    "telegram.operator.noargument",
                    "/" + typed.command().name());
            return Optional.empty();
        }
        return person.map(ReplyTarget.Person::about);
    }
}
