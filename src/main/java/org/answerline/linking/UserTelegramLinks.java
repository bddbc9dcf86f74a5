package org.answerline.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The stored links. Rows are locked before they change, so that a token is used only once, whichever node handles it. */
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
     * The same link, locked and as it is now: a provider that writes all columns of an entity would put back what another transaction
     * has changed since it was read. What this transaction changed is written first, or it would be lost.
     */
    UserTelegramLink locked(UserTelegramLink link) {
        entities.flush();
        entities.refresh(link, LockModeType.PESSIMISTIC_WRITE);
        return link;
    }

    /**
     * Locks the link of a user for the rest of the transaction and refreshes it; changes of this transaction are written first.
     *
     * <p>The destination of an answer that is chosen by it stays right: the link can change only after the answer is stored, and the
     * transaction that changes it then finds the answer.
     */
    UserTelegramLink lockedNow(long userId) {
        return of(userId).map(this::locked).orElseGet(() -> lockedOf(userId));
    }

    /** Loads the account as well: callers need it next and find it in the persistence context. */
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
     * Deletes earlier requests of a chat to move: /switch confirms only the newest one, whatever the ages of the tokens.
     *
     * @param except the account that the chat is asked about now
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

    /** Releases a chat before another row takes it, because the unique constraint is checked after every statement. */
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
