package org.answerline.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The stored links. Rows that are about to change are locked, so that a token is spent once whoever sends it, wherever. */
@ApplicationScoped
class UserTelegramLinks {

    @PersistenceContext
    private EntityManager entities;

    Optional<UserTelegramLink> of(long userId) {
        return Optional.ofNullable(entities.find(UserTelegramLink.class, userId));
    }

    UserTelegramLink lockedOf(long userId) {
        entities.createNativeQuery("insert into user_telegram_links (user_id) values (?1) on conflict do nothing")
                .setParameter(1, userId)
                .executeUpdate();
        return locked(of(userId).orElseThrow());
    }

    /**
     * The same link, locked and as it is now: a provider that writes all columns of an entity would put back what somebody else has
     * changed since it was read.
     */
    UserTelegramLink locked(UserTelegramLink link) {
        entities.refresh(link, LockModeType.PESSIMISTIC_WRITE);
        return link;
    }

    /**
     * The link of a user, locked for the rest of the transaction, and as it is now; what this transaction changed is written first.
     *
     * <p>Who decides by it where an answer goes has decided for good: the link can change only when the answer is stored, and whoever
     * changes it then finds the answer.
     */
    UserTelegramLink lockedNow(long userId) {
        entities.flush();
        return of(userId).map(this::locked).orElseGet(() -> lockedOf(userId));
    }

    /** Brings the account along: who asks for the one asks for the other next, and finds it in the persistence context. */
    Optional<UserTelegramLink> inChat(long chatId) {
        return entities.createQuery(
                        "select l, u from UserTelegramLink l join User u on u.id = l.userId where l.telegramChatId = ?1",
                        Object[].class)
                .setParameter(1, chatId)
                .getResultStream()
                .map(row -> (UserTelegramLink) row[0])
                .findFirst();
    }

    Optional<UserTelegramLink> lockedBy(BindingToken token) {
        return locked("select l from UserTelegramLink l where l.bindingToken = ?1", token.hash());
    }

    Optional<UserTelegramLink> usedBy(BindingToken token) {
        return entities.createQuery(
                        "select l from UserTelegramLink l where l.usedBindingToken = ?1", UserTelegramLink.class)
                .setParameter(1, token.hash())
                .getResultStream()
                .findFirst();
    }

    /**
     * Forgets what a chat was asked about before: /switch answers the newest question only, whatever the ages of the tokens.
     *
     * @param except the account it is asked about now
     */
    void forgetRequestsOf(long chatId, long except) {
        entities.createNativeQuery(
                        "update user_telegram_links set requested_chat_id = null where requested_chat_id = ?1 and user_id <> ?2")
                .setParameter(1, chatId)
                .setParameter(2, except)
                .executeUpdate();
    }

    /** The account that a chat was last asked about. */
    Optional<UserTelegramLink> lockedRequestedBy(long chatId) {
        return locked(
                "select l from UserTelegramLink l where l.requestedChatId = ?1 order by l.tokenCreatedAt desc", chatId);
    }

    /** Makes a chat free before another row takes it: the unique constraint looks at every statement. */
    void flush() {
        entities.flush();
    }

    private Optional<UserTelegramLink> locked(String query, Object parameter) {
        return entities.createQuery(query, UserTelegramLink.class)
                .setParameter(1, parameter)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
