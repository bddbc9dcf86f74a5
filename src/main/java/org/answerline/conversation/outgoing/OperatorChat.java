package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.delivery.message.OperatorChatIdentity;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.text.Texts;

/** The operator's chat, a private one or a group, and the language spoken there: the whitelist of who may answer. */
@ApplicationScoped
public class OperatorChat implements OperatorChatIdentity {

    private final KeyValueStore facts;
    private final long configured;
    private final Texts texts;
    private volatile Long current;

    /** For the CDI proxy. */
    protected OperatorChat() {
        this(null, 0, null);
    }

    @Inject
    OperatorChat(KeyValueStore facts, Settings settings) {
        this(facts, settings.get(TelegramSettings.OPERATOR_CHAT), settings.texts());
    }

    private OperatorChat(KeyValueStore facts, long configured, Texts texts) {
        this.facts = facts;
        this.configured = configured;
        this.texts = texts;
    }

    /** Its chat id. */
    public long id() {
        if (current == null) {
            current = remembered();
        }
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
        facts.remember(factName(), String.valueOf(newChatId));
        current = newChatId;
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
