package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.NumberedText;
import org.answerline.conversation.reply.ReplyTarget;
import org.answerline.conversation.reply.ReplyTargets;
import org.answerline.platform.text.InputText;
import org.answerline.webhook.event.IncomingEvent;

/** Finds the conversation that a command is about; an operator whose command names none reads what is missing. */
@ApplicationScoped
class CommandTargets {

    private static final Pattern LAST_NUMBER = Pattern.compile("(?s)(.*)\\s(#[1-9][0-9]{0,17})");

    @Inject
    private ReplyTargets targets;

    @Inject
    private OperatorChat operator;

    @Inject
    private BotReplies words;

    /** The conversation, and the argument of the command without the number of a question, which may stand first or last. */
    Optional<ReplyTarget.Person> of(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        String argument = numberFirst(typed.command().argument());
        ReplyTarget target = targets.of(replied, operator.id(), argument);
        if (target instanceof ReplyTarget.Person person) {
            return Optional.of(person);
        }
        String key = key(((ReplyTarget.Nobody) target).reason());
        words.toOperator(typed.messageId(), key, "/" + typed.command().name());
        return Optional.empty();
    }

    /** The last message of the conversation that a command without a text is about. */
    Optional<SupportMessage> conversation(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        Optional<ReplyTarget.Person> person = of(typed, replied);
        if (person.filter(found -> !InputText.isBlank(found.text())).isPresent()) {
            words.toOperator(
                    typed.messageId(),
                    "telegram.operator.noargument",
                    "/" + typed.command().name());
            return Optional.empty();
        }
        return person.map(ReplyTarget.Person::about);
    }

    /** Whether a command names a conversation in some way. */
    static boolean isNamed(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        return replied.isPresent()
                || NumberedText.in(numberFirst(typed.command().argument())).isPresent();
    }

    /** The argument of a command without the number of a question at its beginning or end. */
    static String withoutNumber(String argument) {
        String text = numberFirst(argument);
        return NumberedText.in(text).map(NumberedText::text).orElse(text);
    }

    /** The argument of a command with the number of a question at its beginning, if there is one. */
    static String numberFirst(String argument) {
        Matcher last = LAST_NUMBER.matcher(argument);
        return NumberedText.in(argument).isEmpty() && last.matches() ? last.group(2) + " " + last.group(1) : argument;
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
