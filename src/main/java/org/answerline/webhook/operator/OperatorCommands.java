package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.linking.BotUsername;
import org.answerline.telegram.update.BotCommand;
import org.answerline.webhook.event.IncomingEvent;

/** Finds the action for a command of the operators' chat. Only /t sends anything to a user. */
@ApplicationScoped
public class OperatorCommands {

    @Inject
    private OperatorChat operator;

    @Inject
    private RepliedMessages repliedMessages;

    @Inject
    private TopicUsers topics;

    @Inject
    private OperatorRights rights;

    @Inject
    private BotUsername identity;

    @Inject
    private BotReplies words;

    @Inject
    @Any
    private Instance<OperatorAction> actions;

    /** Carries out a command. In a Reply it is sent to nobody either: it is meant for a bot, not for a user. */
    public void run(IncomingEvent.OperatorCommand typed) {
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
            action(known.get()).run(known.get(), typed, replied);
        } else if (isOurs) {
            unknown(typed);
        }
    }

    private OperatorAction action(OperatorCommandName name) {
        return actions.stream()
                .filter(action -> action.names().contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No action for the command " + name));
    }

    /** Says which command was probably meant; nothing was sent to anyone. */
    private void unknown(IncomingEvent.OperatorCommand typed) {
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
}
