package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.delivery.message.OperatorChatIdentity;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.text.Texts;

/** The operator's chat, a private one or a group, and the language spoken there: the whitelist of who may answer. */
@ApplicationScoped
public class OperatorChat implements OperatorChatIdentity {

    /** The chat that the settings of the node named which was started last. */
    private static final String CONFIGURED = "admin_chat";

    /** Since when it is another one than before. */
    private static final String SINCE = "admin_chat.since";

    /** All chats that were the operators' at some time, with a space between them. */
    private static final String ALL = "admin_chat.all";

    private final KeyValueStore facts;
    private final long configured;
    private final Texts texts;
    private final Clock clock;
    private volatile Long current;

    /** For the CDI proxy. */
    protected OperatorChat() {
        this(null, 0, null, null);
    }

    @Inject
    OperatorChat(KeyValueStore facts, Settings settings, Clock clock) {
        this(facts, settings.get(TelegramSettings.OPERATOR_CHAT), settings.texts(), clock);
    }

    private OperatorChat(KeyValueStore facts, long configured, Texts texts, Clock clock) {
        this.facts = facts;
        this.configured = configured;
        this.texts = texts;
        this.clock = clock;
    }

    /** Its chat id. */
    public long id() {
        if (current == null) {
            current = remembered();
        }
        return current;
    }

    /** Its chat id, read again from the database: another node may have learnt that the group became a supergroup. */
    public long latestId() {
        current = remembered();
        return current;
    }

    /** Whether this is the operator's chat; another node may have learnt of a move, so an unknown group is looked up. */
    @Override
    public boolean isOperatorChat(long chatId) {
        if (chatId != id() && chatId < 0) {
            current = remembered();
        }
        return chatId == id();
    }

    /** Whether it was upgraded to a supergroup since it was configured. */
    public boolean hasMoved() {
        return id() != configured;
    }

    /** The words for the operator. */
    public Texts texts() {
        return texts;
    }

    /** The group became a supergroup: from now on the operator is there. */
    public void movedTo(long newChatId) {
        addKnown(List.of(configured, id(), newChatId));
        facts.remember(factName(), String.valueOf(newChatId));
        current = newChatId;
    }

    /** This node has started: its settings name the operators' chat from now on. */
    public void announce() {
        String chat = String.valueOf(configured);
        if (!facts.value(CONFIGURED).equals(Optional.of(chat))) {
            facts.remember(SINCE, clock.instant().toString());
            facts.remember(CONFIGURED, chat);
        }
        addKnown(List.of(configured, id()));
    }

    /** Whether no node was started later whose settings name another chat. */
    public boolean isLatest() {
        return facts.value(CONFIGURED).equals(Optional.of(String.valueOf(configured)));
    }

    /** Since when the settings name this chat; what was queued for another one before was meant for the operators. */
    public Instant since() {
        return facts.value(SINCE).map(Instant::parse).orElse(Instant.EPOCH);
    }

    /** The chats that were the operators' before this one. */
    public Set<Long> former() {
        Set<Long> former = known();
        former.remove(id());
        return former;
    }

    /** Whether a chat is the operators', or was before the settings were changed or the group became a supergroup. */
    public boolean isOrWasOperatorChat(long chatId) {
        return isOperatorChat(chatId) || known().contains(chatId);
    }

    /** These chats are, or were, the operators'. */
    public void addKnown(Collection<Long> chatIds) {
        Set<Long> all = known();
        if (all.addAll(chatIds)) {
            facts.remember(ALL, all.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    private Set<Long> known() {
        return facts.value(ALL).stream()
                .flatMap(all -> Arrays.stream(all.split(" ")))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The name under which the key-value store has the chat id of the supergroup that a group became. */
    public static String movedToName(long chatId) {
        return "admin_chat." + chatId + ".moved_to";
    }

    private long remembered() {
        return facts.value(factName()).map(Long::valueOf).orElse(configured);
    }

    /** Belongs to the configured id: a new setting is not overruled by an old move. */
    private String factName() {
        return movedToName(configured);
    }
}
