package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.conversation.canned.CannedReplies;
import org.answerline.conversation.canned.CannedReply;
import org.answerline.conversation.canned.FilledReply;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.reply.ReplyTarget;
import org.answerline.platform.text.Quote;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TelegramText;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.answer.AnswerDialogue;

/** /t, /save and /forget: texts that operators send again and again. */
@ApplicationScoped
class CannedReplyAction implements OperatorAction {

    /** So long may the list be with the beginnings of the texts; a longer one has only the names. */
    private static final int LONG_LIST = 3_500;

    @Inject
    private CommandTargets targets;

    @Inject
    private CannedReplies canned;

    @Inject
    private SavableTexts savable;

    @Inject
    private AnswerDialogue answers;

    @Inject
    private BotReplies words;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.T, OperatorCommandName.SAVE, OperatorCommandName.FORGET);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        switch (name) {
            case SAVE -> save(typed);
            case FORGET -> forget(typed);
            default -> send(typed, replied);
        }
    }

    /** Sends a text as the answer in a conversation; without a conversation shows it, alone lists all. */
    private void send(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        if (CommandTargets.withoutNumber(typed.command().argument()).isEmpty()) {
            list(typed.messageId());
        } else if (CommandTargets.isNamed(typed, replied)) {
            targets.of(typed, replied).ifPresent(person -> send(typed, person));
        } else {
            show(typed);
        }
    }

    private void send(IncomingEvent.OperatorCommand typed, ReplyTarget.Person person) {
        filled(person.about(), person.text(), typed.messageId())
                .ifPresent(text -> answers.answer(person.about(), text, typed.messageId(), typed.author()));
    }

    /** The text for the user of a conversation; otherwise the operator reads why there is none, and nothing was sent. */
    Optional<FormattedText> filled(SupportMessage about, String typedName, long messageId) {
        FilledReply filled = canned.fill(CannedReply.readName(typedName).orElse(typedName), about);
        if (filled instanceof FilledReply.Ready ready) {
            return Optional.of(ready.text());
        }
        if (filled instanceof FilledReply.Missing missing) {
            words.toOperatorAbout(about, messageId, "telegram.canned.missing", missing.placeholder());
        } else {
            unknown(typedName, ((FilledReply.Unknown) filled).nearest(), messageId);
        }
        return Optional.empty();
    }

    private void show(IncomingEvent.OperatorCommand typed) {
        String argument = typed.command().argument();
        Optional<CannedReply> reply = CannedReply.readName(argument).flatMap(canned::find);
        reply.ifPresentOrElse(
                found -> words.toOperator(
                        typed.messageId(),
                        TelegramText.builder().add(found.text()).build()),
                () -> unknown(
                        argument, canned.nearest(CannedReply.readName(argument).orElse(argument)), typed.messageId()));
    }

    private void list(long messageId) {
        List<CannedReply> all = canned.all();
        if (all.isEmpty()) {
            words.toOperator(messageId, "telegram.canned.none");
            return;
        }
        String lines = all.stream()
                .map(reply ->
                        reply.name() + " – " + Quote.line(reply.text().text()).orElse(""))
                .collect(Collectors.joining("\n"));
        String names = all.stream().map(CannedReply::name).collect(Collectors.joining(", "));
        words.toOperator(messageId, "telegram.canned.list", lines.length() <= LONG_LIST ? lines : names);
    }

    /** Saves the text that the command replies to. */
    private void save(IncomingEvent.OperatorCommand typed) {
        Optional<String> name = CannedReply.readName(typed.command().argument());
        if (name.isEmpty()) {
            words.toOperator(typed.messageId(), "telegram.canned.badname");
            return;
        }
        SavableTexts.Found found = savable.of(typed);
        if (found.text().isEmpty()) {
            words.toOperator(typed.messageId(), found.refusal());
        } else if (canned.save(name.get(), found.text().get(), typed.author())) {
            words.toOperator(typed.messageId(), "telegram.canned.saved", name.get());
        } else {
            words.toOperator(typed.messageId(), "telegram.canned.toomany");
        }
    }

    /** Deletes a text. */
    private void forget(IncomingEvent.OperatorCommand typed) {
        String argument = typed.command().argument();
        Optional<String> name = CannedReply.readName(argument);
        if (name.filter(canned::delete).isPresent()) {
            words.toOperator(typed.messageId(), "telegram.canned.forgotten", name.get());
        } else {
            unknown(argument, canned.nearest(name.orElse(argument)), typed.messageId());
        }
    }

    private void unknown(String name, List<String> nearest, long messageId) {
        if (nearest.isEmpty()) {
            words.toOperator(messageId, "telegram.canned.unknown", name);
        } else {
            words.toOperator(messageId, "telegram.canned.nearest", name, String.join(", ", nearest));
        }
    }
}
