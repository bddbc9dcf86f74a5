package org.answerline.delivery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.observability.Log;

/**
 * Whether the operators' chat is a forum and the bot may create topics there, as Telegram said last. A private chat and a basic group
 * can be no forum, so that for them nothing is asked, of Telegram or of the database.
 */
@ApplicationScoped
public class OperatorForum {

    private static final Logger LOG = Log.of(OperatorForum.class);

    /** Ids of supergroups are smaller. */
    private static final long SUPERGROUPS = -1_000_000_000_000L;

    /** What Telegram says about a chat. */
    public enum Topics {
        /** It has no topics. */
        NONE,
        /** It is a forum, but the bot may not create topics. */
        NOT_ALLOWED,
        /** The bot may create topics. */
        ALLOWED
    }

    private record Known(long chatId, Topics topics) {}

    private final KeyValueStore facts;
    private final boolean isWanted;
    private final boolean isEveryMessageAnAnswer;
    private volatile Known known;
    private volatile Map<String, String> icons = Map.of();
    private volatile boolean isStale;

    /** For the CDI proxy. */
    protected OperatorForum() {
        this.facts = null;
        this.isWanted = false;
        this.isEveryMessageAnAnswer = false;
    }

    @Inject
    OperatorForum(KeyValueStore facts, Settings settings) {
        this.facts = facts;
        this.isWanted = settings.get(TelegramSettings.TOPICS).equals("auto");
        this.isEveryMessageAnAnswer =
                settings.get(TelegramSettings.TOPIC_ANSWERS).equals("all");
        this.isStale = isWanted;
    }

    /** Whether this chat can be a forum whose topics are used, so that Telegram has to be asked. */
    public boolean isPossible(long chatId) {
        return isWanted && chatId <= SUPERGROUPS;
    }

    /** Whether topics of this chat are used. */
    public boolean isForum(long chatId) {
        return topics(chatId) != Topics.NONE;
    }

    /** Whether every message in a user's topic is an answer, and not only Replies. */
    public boolean isEveryMessageAnAnswer() {
        return isEveryMessageAnAnswer;
    }

    /** Whether the bot may create topics in this chat. */
    public boolean mayCreate(long chatId) {
        return topics(chatId) == Topics.ALLOWED;
    }

    private Topics topics(long chatId) {
        if (!isPossible(chatId)) {
            return Topics.NONE;
        }
        Known now = known;
        if (now == null || now.chatId() != chatId) {
            // Until Telegram has answered after a start, its last answer counts.
            now = new Known(chatId, remembered(chatId));
            known = now;
        }
        return now.topics();
    }

    private Topics remembered(long chatId) {
        return facts.value(factName(chatId)).map(Topics::valueOf).orElse(Topics.NONE);
    }

    /** Telegram said this about a chat. Returns whether that is new. */
    public boolean learned(long chatId, Topics topics) {
        boolean isNew = topics(chatId) != topics;
        isStale = false;
        known = new Known(chatId, topics);
        if (isNew) {
            facts.remember(factName(chatId), topics.name());
            LOG.log(Level.INFO, () -> "The operators' chat: topics " + topics);
        }
        return isNew;
    }

    /** Telegram said which icons topics may have: the custom_emoji_id of each emoji. */
    public void learnedIcons(Map<String, String> idsByEmoji) {
        icons = Map.copyOf(idsByEmoji);
    }

    /** Whether this chat has topics whose icons can be set. */
    public boolean hasIcons(long chatId) {
        return !icons.isEmpty() && isForum(chatId);
    }

    /** The custom_emoji_id of an emoji among the icons. */
    public Optional<String> icon(String emoji) {
        return Optional.ofNullable(icons.get(emoji));
    }

    /** Something has happened after which Telegram is to be asked again. */
    public void askAgain() {
        isStale = isWanted;
    }

    /** Whether Telegram is to be asked now and not only from time to time. */
    public boolean isStale() {
        return isStale;
    }

    private static String factName(long chatId) {
        return "admin_chat." + chatId + ".topics";
    }
}
