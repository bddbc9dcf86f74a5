package org.answerline.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;

/** The links in e-mails: each proves one address for one account, until it is used or runs out. Joins the caller's transaction. */
@ApplicationScoped
public class MailTokens {
    /** Whose link it is, and the address that it was sent to. */
    public record Proof(User user, String address) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Clock clock;

    void add(AccountMail mailMessage) {
        mailMessage.purpose().validity().ifPresent(validity -> query(
                        "insert into account_mail_tokens (token_hash, user_id, purpose, address, valid_until)"
                                + " values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, mailMessage.token().hash())
                .setParameter(2, mailMessage.to().id())
                .setParameter(3, mailMessage.purpose().name())
                .setParameter(4, mailMessage.address())
                .setParameter(5, at(clock.instant().plus(validity)))
                .executeUpdate());
    }

    /** Whose link this is, while it works. */
    public Optional<Proof> find(String token, MailPurpose purpose) {
        return proof(
                query("select user_id, address from account_mail_tokens"
                        + " where token_hash = ?1 and purpose = ?2 and valid_until > ?3"),
                token,
                purpose);
    }

    /** Whose link this is; neither it nor any other of this purpose works any more. */
    public Optional<Proof> spend(String token, MailPurpose purpose) {
        Optional<Proof> spent = proof(
                query("delete from account_mail_tokens where token_hash = ?1 and purpose = ?2 and valid_until > ?3"
                        + " returning user_id, address"),
                token,
                purpose);
        spent.ifPresent(proof -> query("delete from account_mail_tokens where user_id = ?1 and purpose = ?2")
                .setParameter(1, proof.user().id())
                .setParameter(2, purpose.name())
                .executeUpdate());
        return spent;
    }

    /** No link that was asked for before works any more, nor will one that has not been sent yet. */
    public void endAll(long userId) {
        query("delete from account_mail_tokens where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
        query("delete from account_letters where user_id = ?1 and purpose in ('RESET', 'CHANGE')")
                .setParameter(1, userId)
                .executeUpdate();
    }

    /** Forgets links that have run out. */
    void forgetOld() {
        query("delete from account_mail_tokens where valid_until <= ?1")
                .setParameter(1, at(clock.instant()))
                .executeUpdate();
    }

    // A link proves the address it was sent to: after a change of the address the older ones prove nothing of it.
    private Optional<Proof> proof(Query query, String token, MailPurpose purpose) {
        List<?> rows = query.setParameter(1, new MailToken(token).hash())
                .setParameter(2, purpose.name())
                .setParameter(3, at(clock.instant()))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .flatMap(row -> users.find(((Number) row[0]).longValue()).map(user -> new Proof(user, (String) row[1])))
                .filter(proof ->
                        purpose == MailPurpose.CHANGE || proof.user().email().equalsIgnoreCase(proof.address()));
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
