package org.answerline.conversation.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.answerline.conversation.message.ConversationChanged;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.team.ConversationState;
import org.answerline.conversation.team.Conversations;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.TopicIconRows;
import org.answerline.platform.database.KeyValueStore;

/**
 * Shows whose turn it is by the icons of users' topics. Each node follows the conversations that it has changed, and compares all topics
 * that have an icon or were used lately once an hour; a row of {@code operator_topics} is locked before the state is read, so that two nodes cannot set different icons.
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

    /** A topic without an icon in which nothing was written for longer does not get one: a group may have thousands of them. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final Set<Long> changedUsers = ConcurrentHashMap.newKeySet();

    /** Those of the hourly comparison, which come after the others. */
    private final Set<Long> sweptUsers = ConcurrentHashMap.newKeySet();

    private volatile Instant sweptAt = Instant.MIN;

    @Inject
    private OperatorForum forum;

    @Inject
    private OperatorChat operator;

    @Inject
    private TopicIconRows topics;

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

    /**
     * Telegram did not set an icon. If it asked to wait, none is set for a while and this one afterwards, by this node or by the sweep of
     * another one; otherwise the sweep tries again while the conversation is a recent one.
     */
    void observe(@Observes DeliveryEvent.TopicIconDropped dropped) {
        if (dropped.isRateLimited()) {
            topics.postpone(dropped.chatId(), dropped.threadId()).ifPresent(changedUsers::add);
            facts.remember(
                    pauseName(dropped.chatId()), clock.instant().plus(PAUSE).toString());
        } else {
            topics.forget(dropped.chatId(), dropped.threadId());
        }
    }

    /** Puts the icons that have to change into the outbox, if this is the time for it. */
    @Transactional
    public void update() {
        long chatId = operator.id();
        if (!forum.hasIcons(chatId)) {
            // When there are icons all topics are compared.
            changedUsers.clear();
            sweptUsers.clear();
            sweptAt = Instant.MIN;
            return;
        }
        sweep(chatId);
        boolean isUpToDate = changedUsers.isEmpty() && sweptUsers.isEmpty();
        if (isUpToDate || isPaused(chatId) || outbox.isWaitedFor(chatId)) {
            return;
        }
        // Removed before the states are read: what changes meanwhile is looked at again.
        Set<Long> changed = taken(changedUsers, MOST_COMPARED);
        sweptUsers.removeAll(changed);
        Set<Long> swept = taken(sweptUsers, MOST_COMPARED - changed.size());
        try {
            update(chatId, changed, swept);
        } catch (RuntimeException failure) {
            changedUsers.addAll(changed);
            sweptUsers.addAll(swept);
            throw failure;
        }
    }

    private static Set<Long> taken(Set<Long> users, int most) {
        Set<Long> some = users.stream().limit(most).collect(Collectors.toSet());
        users.removeAll(some);
        return some;
    }

    private void sweep(long chatId) {
        Instant now = clock.instant();
        if (now.isAfter(sweptAt.plus(SWEEP_INTERVAL))) {
            sweptUsers.addAll(topics.users(chatId, conversations.writtenSince(now.minus(RECENT))));
            sweptAt = now;
        }
    }

    private void update(long chatId, Set<Long> changed, Set<Long> swept) {
        Set<Long> users = new HashSet<>(changed);
        users.addAll(swept);
        List<TopicIconRows.Icon> icons = topics.locked(chatId, users);
        if (outbox.isWaitedFor(chatId)) {
            // Another node was first, or a message has come meanwhile.
            changedUsers.addAll(changed);
            sweptUsers.addAll(swept);
            return;
        }
        Map<Long, ConversationState> states = conversations.states(
                icons.stream().map(TopicIconRows.Icon::userId).toList());
        List<TopicIconRows.Icon> differing = icons.stream()
                .filter(icon -> !stateOf(icon, states).name().equals(icon.state()))
                .sorted(Comparator.comparing(icon -> !changed.contains(icon.userId())))
                .toList();
        differing.stream().limit(MOST_CHANGES).forEach(icon -> set(chatId, icon, stateOf(icon, states)));
        differing.stream()
                .skip(MOST_CHANGES)
                .map(TopicIconRows.Icon::userId)
                .forEach(user -> (changed.contains(user) ? changedUsers : sweptUsers).add(user));
    }

    private static ConversationState stateOf(TopicIconRows.Icon icon, Map<Long, ConversationState> states) {
        return states.getOrDefault(icon.userId(), ConversationState.WAITING);
    }

    private void set(long chatId, TopicIconRows.Icon icon, ConversationState state) {
        topics.set(chatId, icon.userId(), state.name());
        outbox.put(OutboxMessage.topicIcon(
                chatId, icon.threadId(), forum.icon(EMOJI.get(state)).orElseThrow()));
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
