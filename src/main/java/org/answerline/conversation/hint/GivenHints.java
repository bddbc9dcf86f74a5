package org.answerline.conversation.hint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.answerline.linking.LinkChanged;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.platform.erasure.UserDataEraser;

/** Which hints were given already, on whatever node, so that nobody reads the same one over and over. */
@ApplicationScoped
@Transactional
public class GivenHints implements CleanupTask, UserDataEraser {

    /** What a hint is about, which tells what its subject is. */
    private enum Kind {
        /** Answers that are kept because their user has not linked Telegram; the user. */
        NOT_LINKED,
        /** Answers that are kept because their user has blocked the bot; the user. */
        BLOCKED,
        /** What Reply does; 0. */
        REPLY,
        /** That every message in a user's topic is sent; 0. */
        TOPICS,
        /** What the mark of an answer that its user was informed of by e-mail says; 0. */
        MAILED,
        /** Talk in the operators' group that answers nothing; who talked. */
        TALK,
        /** Talk in a user's topic where only Replies are answers; who talked. */
        TOPIC_TALK,
        /** An operator answers in a conversation that another one has; the user. */
        OTHERS_CONVERSATION,
        /** Somebody in the operators' chat who may not answer; who it is. */
        NOT_AN_OPERATOR,
        /** An edit of an answer that Telegram refused; the answer. */
        NOT_CHANGED,
        /** An answer was withdrawn that Telegram still shows; the answer. */
        NOT_WITHDRAWN,
        /** A user has edited a message that was answered; the message. */
        EDITED_AFTER,
        /** An edit of a message brought a file that is not passed on; the message. */
        FILE_EDITED,
        /** A message of a user whom support has blocked was refused; 0. */
        REFUSED,
        /** No hint: the numbers of the desk; the day, counted from 1970-01-01. */
        DIGEST,
        /** No hint: when somebody talked in the operators' group last; 0. */
        LAST_TALK
    }

    private static final Duration EVER = Duration.ofDays(36_500);

    /** How long nobody talks before the next talk is another one. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final Duration A_DAY = Duration.ofDays(1);

    /** After this a hint may be given again; nobody remembers the last one. */
    private static final Duration MEMORY = Duration.ofDays(60);

    /** What was explained in a chat: what Reply does, or what is written in topics. */
    private record Explained(long chatId, boolean topics) {}

    private final JdbcClient database;
    private volatile Explained explained;

    /** For the CDI proxy. */
    protected GivenHints() {
        this(null);
    }

    /** In this database; used by the command line too. */
    @Inject
    public GivenHints(JdbcClient database) {
        this.database = database;
    }

    /** Whether this is the first answer that is kept for a user since they were linked last, or since they blocked the bot. */
    public boolean firstKept(long chatId, long userId, boolean blocked) {
        return give(chatId, blocked ? Kind.BLOCKED : Kind.NOT_LINKED, userId, EVER);
    }

    /**
     * Whether it has not been explained in the operators' chat yet which of their messages are sent.
     *
     * @param topics whether that is every message in a user's topic, and not only a Reply
     */
    public boolean firstNotice(long chatId, boolean topics) {
        Explained meant = new Explained(chatId, topics);
        if (meant.equals(explained)) {
            return false;
        }
        boolean first = give(chatId, topics ? Kind.TOPICS : Kind.REPLY, 0, EVER);
        explained = meant;
        return first;
    }

    /** Whether the mark of an answer that its user was informed of by e-mail has not been explained in the operators' chat yet. */
    public boolean firstMailed(long chatId) {
        return give(chatId, Kind.MAILED, 0, EVER);
    }

    /** The operators' group became a supergroup: the same people, who need not be told again. It may have topics now, of which they were not told. */
    public void moved(long oldChatId, long newChatId) {
        database.update(
                """
                insert into given_hints (chat_id, kind, subject, given_at)
                select ?, kind, subject, given_at from given_hints
                where chat_id = ? and kind in ('REPLY', 'MAILED', 'TALK', 'NOT_LINKED', 'BLOCKED') on conflict do nothing
                """,
                newChatId,
                oldChatId);
    }

    /** Whether talk in the operators' group may be met with a hint: one for each silence that is broken, and one a day for a person. */
    public boolean mayHintTalk(long chatId, long author) {
        boolean breaksSilence = give(chatId, Kind.LAST_TALK, 0, SILENCE);
        if (!breaksSilence) {
            touch(chatId, Kind.LAST_TALK, 0);
        }
        return breaksSilence && give(chatId, Kind.TALK, author, A_DAY);
    }

    /**
     * Whether talk in a user's topic, where only Replies are answers, may be met with a hint: once an hour for a person, who may believe
     * that it was sent.
     */
    public boolean mayHintTopicTalk(long chatId, long author) {
        return give(chatId, Kind.TOPIC_TALK, author, AN_HOUR);
    }

    /** Whether operators were not told within the last hour that one of them answers in a conversation that another one has. */
    public boolean mayTellOfOwner(long chatId, long userId) {
        return give(chatId, Kind.OTHERS_CONVERSATION, userId, AN_HOUR);
    }

    /** Whether somebody who may not answer was not told so before. */
    public boolean firstRefused(long chatId, long author) {
        return give(chatId, Kind.NOT_AN_OPERATOR, author, EVER);
    }

    /** Whether nobody was told within the last minute that this chat's messages are refused: an album is one message. */
    public boolean mayTellRefused(long chatId) {
        return give(chatId, Kind.REFUSED, 0, A_MINUTE);
    }

    /** Whether nobody was told within the last minute that Telegram shows an earlier version of this answer: it may have several parts. */
    public boolean mayTellNotCorrected(long chatId, long answerId, boolean isWithdrawn) {
        return give(chatId, isWithdrawn ? Kind.NOT_WITHDRAWN : Kind.NOT_CHANGED, answerId, A_MINUTE);
    }

    /** Whether operators were not told within the last ten minutes that this message was edited after it was answered: some correct every word. */
    public boolean mayTellEditedAfter(long chatId, long messageId) {
        return give(chatId, Kind.EDITED_AFTER, messageId, TEN_MINUTES);
    }

    /** Whether the author of this message was not told before that a file which an edit brings is not passed on. */
    public boolean mayTellOfFile(long chatId, long supportMessageId) {
        return give(chatId, Kind.FILE_EDITED, supportMessageId, EVER);
    }

    /** Whether the numbers of the desk were not sent on this day, counted from 1970-01-01. */
    public boolean firstDigest(long chatId, long day) {
        return give(chatId, Kind.DIGEST, day, EVER);
    }

    /** A user who links or unlinks Telegram begins again. */
    void forget(@Observes LinkChanged link) {
        forgetKept(link.userId());
    }

    /** The next answer that has to be kept for this user is told of again. */
    public void forgetKept(long userId) {
        database.update("delete from given_hints where kind in ('NOT_LINKED', 'BLOCKED') and subject = ?", userId);
    }

    /** Deletes the hints about the user and those given in the user's chats. */
    @Override
    public void erase(ErasedUser user) {
        forgetKept(user.id());
        database.update("delete from given_hints where kind = 'OTHERS_CONVERSATION' and subject = ?", user.id());
        database.update(
                "delete from given_hints where kind in ('NOT_CHANGED', 'NOT_WITHDRAWN', 'EDITED_AFTER', 'FILE_EDITED') and subject = any (?)",
                user.messages());
        database.update("delete from given_hints where chat_id = any (?)", user.chats());
    }

    /** Forgets old ones. */
    @Override
    public void deleteOld() {
        database.update(
                "delete from given_hints where kind not in ('REPLY', 'TOPICS', 'MAILED') and given_at < now() - ? * interval '1 second'",
                MEMORY.toSeconds());
    }

    /** Notes a hint unless it was given within this time; two nodes at once do not both give it. */
    private boolean give(long chatId, Kind kind, long subject, Duration within) {
        return database.update(
                        """
                        insert into given_hints (chat_id, kind, subject, given_at) values (?, ?, ?, now())
                        on conflict (chat_id, kind, subject) do update set given_at = now()
                        where given_hints.given_at < now() - ? * interval '1 second'
                        """,
                        chatId,
                        kind.name(),
                        subject,
                        within.toSeconds())
                == 1;
    }

    private void touch(long chatId, Kind kind, long subject) {
        database.update(
                "update given_hints set given_at = now() where chat_id = ? and kind = ? and subject = ?",
                chatId,
                kind.name(),
                subject);
    }
}
