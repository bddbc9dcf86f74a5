package org.answerline.conversation.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.answerline.conversation.message.ConversationChanged;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.team.ConversationState;
import org.answerline.conversation.team.Conversations;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.TopicRows;
import org.answerline.platform.database.KeyValueStore;

/**
 * Shows whose turn it is by the icons of users' topics. Each node follows the conversations that it has changed, and compares all topics once
 * an hour; a row of {@code operator_topics} is locked before the state is read, so that two nodes cannot set different icons.
 *
 * <p>Icons are set only while nothing else waits for the operators' chat, a few at a time, and no more for a while after Telegram asked to
 * wait: changing a topic counts like a message.
 */
@ApplicationScoped
public class TopicIcons {

    /** Of the icons that every bot may use. */
    private static final Map<ConversationState, String> EMOJI =
            Map.of(ConversationState.OPEN, "❓", ConversationState.WAITING, "💬", ConversationState.CLOSED, "✅");

    private static final int MOST_CHANGES = 3;
    private static final int MOST_COMPARED = 200;
    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Set<Long> changedUsers = ConcurrentHashMap.newKeySet();
    private volatile Instant sweptAt = Instant.MIN;

    @Inject
    private OperatorForum forum;

    @Inject
    private OperatorChat operator;

    @Inject
    private TopicRows topics;

    @Inject
    private Conversations conversations;

    @Inject
    private Outbox outbox;

    @Inject
    private KeyValueStore facts;

    @Inject
    private Clock clock;

    void observe(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged change) {
        if (forum.isPossible(operator.id())) {
            changedUsers.add(change.userId());
        }
    }

    /** Telegram asked to wait: the icon is not tried again, and no other is for a while. */
    void observe(@Observes DeliveryEvent.TopicIconDropped dropped) {
        facts.remember(pauseName(dropped.chatId()), clock.instant().plus(PAUSE).toString());
    }

    /** Puts the icons that have to change into the outbox, if this is the time for it. */
    @Transactional
    public void update() {
        long chatId = operator.id();
        if (!forum.hasIcons(chatId)) {
            return;
        }
        sweep(chatId);
        if (changedUsers.isEmpty() || isPaused(chatId) || outbox.isWaitedFor(chatId)) {
            return;
        }
        List<Long> users = changedUsers.stream().limit(MOST_COMPARED).toList();
        // Removed before the states are read: what changes meanwhile is looked at again.
        users.forEach(changedUsers::remove);
        try {
            update(chatId, users);
        } catch (RuntimeException failure) {
            changedUsers.addAll(users);
            throw failure;
        }
    }

    private void sweep(long chatId) {
        if (clock.instant().isAfter(sweptAt.plus(SWEEP_INTERVAL))) {
            changedUsers.addAll(topics.usersWithTopic(chatId));
            sweptAt = clock.instant();
        }
    }

    private void update(long chatId, List<Long> users) {
        List<TopicRows.Icon> icons = topics.lockedIcons(chatId, users);
        Map<Long, ConversationState> states =
                conversations.states(icons.stream().map(TopicRows.Icon::userId).toList());
        int changes = 0;
        for (TopicRows.Icon icon : icons) {
            ConversationState state = states.getOrDefault(icon.userId(), ConversationState.WAITING);
            if (!state.name().equals(icon.state()) && ++changes > MOST_CHANGES) {
                changedUsers.add(icon.userId());
            } else if (!state.name().equals(icon.state())) {
                topics.setIcon(chatId, icon.userId(), state.name());
                outbox.put(OutboxMessage.topicIcon(
                        chatId, icon.threadId(), forum.icon(EMOJI.get(state)).orElseThrow()));
            }
        }
    }

    /** The emoji without which no icon is set. */
    public static Set<String> emoji() {
        return Set.copyOf(EMOJI.values());
    }

    private boolean isPaused(long chatId) {
        return facts.value(pauseName(chatId))
                .map(Instant::parse)
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private static String pauseName(long chatId) {
        return "admin_chat." + chatId + ".icons_paused_until";
    }
}
