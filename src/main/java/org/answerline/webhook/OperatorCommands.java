package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.correction.AnswerCorrections;
import org.answerline.conversation.correction.CorrectionOutcome;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.ReplyTarget;
import org.answerline.conversation.reply.ReplyTargets;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.conversation.team.Conversations;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.update.BotCommand;

/** Carries out the commands of the operators' chat. None of them sends anything to a user. */
@ApplicationScoped
class OperatorCommands {

    @Inject
    private ReplyTargets targets;

    @Inject
    private Conversations conversations;

    @Inject
    private OperatorChat operator;

    @Inject
    private ConversationCards cards;

    @Inject
    private NoteDialogue notes;

    @Inject
    private AnswerCorrections corrections;

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
            case UNDO -> undo(typed, replied);
            case HISTORY, WHO, TAKE, DROP, CLOSE ->
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
            default -> throw new IllegalArgumentException("Not about a conversation: " + name);
        }
    }

    /** Changes an answer as its operator has changed the message. */
    void edit(IncomingEvent.OperatorEdit edit) {
        tell(corrections.edit(new TelegramMessageRef(operator.id(), edit.messageId()), edit.text()), edit.messageId());
    }

    private void undo(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        CorrectionOutcome outcome = corrections.undo(replied, operator.id(), typed.author());
        if (outcome instanceof CorrectionOutcome.Nothing) {
            words.toOperator(typed.messageId(), "telegram.operator.nothingtoundo");
        } else {
            tell(outcome, typed.messageId());
        }
    }

    private void tell(CorrectionOutcome outcome, long messageId) {
        if (outcome instanceof CorrectionOutcome.Done) {
            reactions.done(messageId);
        } else if (outcome instanceof CorrectionOutcome.OnSiteOnly site) {
            words.toOperatorAbout(site.message(), messageId, "telegram.operator.editonsite");
        } else if (outcome instanceof CorrectionOutcome.NotAnAnswer not) {
            words.toOperatorAbout(not.message(), messageId, "telegram.operator.editrefused");
        } else if (outcome instanceof CorrectionOutcome.AlreadyWithdrawn already) {
            words.toOperatorAbout(already.message(), messageId, "telegram.operator.withdrawnalready");
        } else if (outcome instanceof CorrectionOutcome.NotTheirs not) {
            words.toOperatorAbout(not.message(), messageId, "telegram.operator.undonottheirs");
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
        if (conversations.close(about.userId())) {
            reactions.done(typed.messageId());
        } else {
            words.toOperatorAbout(about, typed.messageId(), "telegram.operator.closedalready");
        }
    }

    /** The last message of the conversation that a command is about; otherwise the operator is told what is missing. */
    private Optional<SupportMessage> conversation(
            IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        BotCommand command = typed.command();
        ReplyTarget target = targets.of(replied, operator.id(), command.argument());
        if (target instanceof ReplyTarget.Nobody nobody) {
            words.toOperator(typed.messageId(), key(nobody.reason()), "/" + command.name());
            return Optional.empty();
        }
        ReplyTarget.Person person = (ReplyTarget.Person) target;
        if (!InputText.isBlank(person.text())) {
            words.toOperator(typed.messageId(), "telegram.operator.noargument", "/" + command.name());
            return Optional.empty();
        }
        return Optional.of(person.about());
    }

    private static String key(AnswerOutcome reason) {
        List<Class<? extends AnswerOutcome>> several =
                List.of(AnswerOutcome.WhichOne.class, AnswerOutcome.TwoPeople.class);
        if (reason instanceof AnswerOutcome.Gone) {
            return "telegram.operator.commandgone";
        }
        return several.contains(reason.getClass())
                ? "telegram.operator.commandwhichone"
                : "telegram.operator.commandwhom";
    }
}
