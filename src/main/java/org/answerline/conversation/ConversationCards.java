package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.conversation.block.SupportBlock;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.CloseButton;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;

/**
 * What the desk tells operators about conversations when they ask: who the user is, what was said, and who waits. Plain text without
 * layout, so that nothing a user typed can imitate the bot; a Reply to it is an answer in that conversation.
 */
@ApplicationScoped
@Transactional
public class ConversationCards {

    /** The most characters of attributes: the whole answer is one message. */
    private static final int ATTRIBUTES = 3000;

    @Inject
    private ConversationFacts facts;

    @Inject
    private Accounts accounts;

    @Inject
    private TelegramLinking linking;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Shows who the user of a conversation is. */
    public void who(SupportMessage about, long commandId) {
        accounts.find(about.userId())
                .ifPresent(user -> outbox.put(OutboxMessage.wordAbout(about.id(), operator.id(), commandId, card(user))
                        .with(CloseButton.in(texts()))));
    }

    /** The name of a user as operators read it. */
    public String nameOf(long userId) {
        return accounts.find(userId)
                .map(User::fullName)
                .map(TelegramMessageTexts::line)
                .orElse("?");
    }

    /** The name of an operator as others read it. */
    public String named(Optional<String> name) {
        return OpenConversationText.operatorName(name, texts());
    }

    private String card(User user) {
        Optional<LinkedUser> linked = linking.linked(user.id());
        String telegram =
                linked.map(chat -> chat.blocked() ? "blocked" : "linked").orElse("none");
        Stream<String> account = Stream.of(
                TelegramMessageTexts.line(user.fullName()),
                address(user),
                texts().get("telegram.card.language", user.language() == null ? "–" : user.language()),
                texts().get("telegram.card.telegram." + telegram),
                user.block(clock.instant())
                        .map(SupportBlock::of)
                        .map(block -> block.text(texts(), "telegram.card.blocked.", named(block.operatorName())))
                        .orElse(""));
        return Stream.of(account, facts.lines(user.id()), Stream.of(attributes(user)))
                .flatMap(lines -> lines)
                .filter(line -> !InputText.isBlank(line))
                .collect(Collectors.joining("\n"));
    }

    private String address(User user) {
        String key = user.isConfirmed() ? "telegram.card.address" : "telegram.card.address.unconfirmed";
        return user.email().isEmpty() ? "" : texts().get(key, TelegramMessageTexts.line(user.email()));
    }

    // Last and indented, so that none of them passes for a line of ours.
    private String attributes(User user) {
        List<String> attributes = TelegramMessageTexts.attributes(user);
        String lines = attributes.stream().map(line -> "\n• " + line).collect(Collectors.joining());
        return attributes.isEmpty()
                ? ""
                : TelegramMessageTexts.cut(texts().get("telegram.card.attributes") + lines, ATTRIBUTES);
    }

    private Texts texts() {
        return operator.texts();
    }
}
