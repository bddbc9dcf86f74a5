package org.answerline.account.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts in the database; every call joins the caller's transaction. */
@ApplicationScoped
public class Users {
    private static final String UNIQUE_VIOLATION = "23505";

    @PersistenceContext
    EntityManager entities;

    public Optional<User> find(long id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    /**
     * The same user, locked and as it is now: a provider that writes all columns of an entity would put back what another transaction has
     * changed since it was read. What this transaction changed is written first, or it would be lost.
     */
    public User locked(User user) {
        entities.flush();
        entities.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        return user;
    }

    /** The account that a user can sign in to with this address; accounts of a site's users are none of them. */
    // Both sides are folded by the database, so that the look-up and the unique index agree on every alphabet.
    public Optional<User> withEmail(String email) {
        // Native SQL, because the index holds no accounts of a site's users, and a bound parameter would not say so.
        List<?> found = entities.createNativeQuery(
                        "select * from users where lower(email) = lower(?1) and not vouched", User.class)
                .setParameter(1, email)
                .getResultList();
        return found.stream().findFirst().map(User.class::cast);
    }

    public void add(User user) {
        entities.persist(user);
        entities.flush();
    }

    /** Adds an account without a password unless its address is taken; whether it did. Two nodes may do so at once. */
    public boolean addUnlessTaken(String email, String fullName, Instant now) {
        return entities.createNativeQuery("insert into users (email, full_name, created_at) values (?1, ?2, ?3)"
                                + " on conflict ((lower(email))) where not vouched do nothing")
                        .setParameter(1, email)
                        .setParameter(2, fullName)
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Adds an account for whom a site vouches; what the site says of the user is taken over afterwards. */
    public User addVouched(String fullName, Instant now) {
        Object id = entities.createNativeQuery(
                        "insert into users (full_name, created_at, vouched)" + " values (?1, ?2, true) returning id")
                .setParameter(1, fullName)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return entities.find(User.class, ((Number) id).longValue());
    }

    /** Adds a guest, whose address is only typed. */
    public User addGuest(String email, String fullName, String language, Instant now) {
        Object id = entities.createNativeQuery(
                        "insert into users (email, full_name, language, created_at, vouched, guest)"
                                + " values (?1, ?2, ?3, ?4, true, true) returning id")
                .setParameter(1, email)
                .setParameter(2, fullName)
                .setParameter(3, language)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return entities.find(User.class, ((Number) id).longValue());
    }

    public void setEmail(User user, String email, Instant now) {
        user.changeEmail(email, now);
        entities.flush();
    }

    /** Whether the index that allows an address once has refused a change. */
    public static boolean isUniqueViolation(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }

    void setLanguage(long id, String language) {
        entities.createQuery("update User u set u.language = :language where u.id = :id")
                .setParameter("language", language)
                .setParameter("id", id)
                .executeUpdate();
    }
}
