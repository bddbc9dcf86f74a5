package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.BlockedUserList;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.block.BlockPeriod;
import org.answerline.conversation.block.QuestionIntake;
import org.answerline.conversation.block.SupportBlock;
import org.answerline.conversation.block.UserBlocks;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.reply.ReplyTarget;
import org.answerline.webhook.event.IncomingEvent;

/** /block and /unblock. */
@ApplicationScoped
class BlockAction implements OperatorAction {

    @Inject
    private CommandTargets targets;

    @Inject
    private UserBlocks blocks;

    @Inject
    private QuestionIntake questions;

    @Inject
    private BlockedUserList list;

    @Inject
    private ConversationCards cards;

    @Inject
    private BotReplies words;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.BLOCK, OperatorCommandName.UNBLOCK);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        if (name == OperatorCommandName.BLOCK) {
            block(typed, replied);
        } else {
            targets.conversation(typed, replied).ifPresent(about -> unblock(typed, about));
        }
    }

    /** Blocks the user of a conversation; alone, also in a user's topic, it lists who is blocked. */
    private void block(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        if (typed.command().isBare()
                && replied.filter(RepliedToMessage::isPressed).isEmpty()) {
            list.show(typed.messageId());
        } else {
            targets.of(typed, replied).ifPresent(person -> block(typed, person));
        }
    }

    private void block(IncomingEvent.OperatorCommand typed, ReplyTarget.Person person) {
        Optional<BlockPeriod> period = BlockPeriod.read(person.text());
        if (period.isEmpty()) {
            words.toOperator(typed.messageId(), "telegram.operator.blockperiod", person.text());
            return;
        }
        SupportMessage about = person.about();
        SupportBlock block = blocks.block(about.userId(), period.get(), typed.author());
        String key = blocks.isTold() ? "telegram.operator.blocked." : "telegram.operator.keptback.";
        words.toOperatorAbout(about, typed.messageId(), texts -> block.text(texts, key, cards.nameOf(about.userId())));
    }

    /** Ends the block of the user of a conversation. */
    private void unblock(IncomingEvent.OperatorCommand typed, SupportMessage about) {
        if (!blocks.unblock(about.userId())) {
            words.toOperatorAbout(about, typed.messageId(), "telegram.operator.notblocked");
            return;
        }
        String name = cards.nameOf(about.userId());
        int kept = questions.release(about.userId());
        words.toOperatorAbout(
                about,
                typed.messageId(),
                kept == 0 ? "telegram.operator.unblocked" : "telegram.operator.unblocked.kept",
                name,
                kept);
    }
}
