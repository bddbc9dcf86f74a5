package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.answerline.account.openid.ProvedIdentity;

/** The accounts of people whom a realm outside has made sure of; each is made when its owner is first seen. */
@ApplicationScoped
@Transactional(rollbackOn = EmailTakenException.class)
public class OutsideAccounts {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Clock clock;

    /** The account with this address, under the name told last: the server and its proxy are believed. */
    User of(OutsidePerson person) {
        User user = users.withEmail(person.email()).orElseGet(() -> {
            make(person);
            return users.withEmail(person.email()).orElseThrow();
        });
        return called(user, person.fullName());
    }

    /**
     * The account that belongs to a provider's subject.
     *
     * @throws EmailTakenException when another account has the address, and nothing proves that it is the same person's
     */
    public User of(ProvedIdentity proved) throws EmailTakenException {
        OutsidePerson person = OutsidePerson.told(proved.email(), proved.fullName());
        Optional<User> known = known(proved);
        User user = known.isPresent() ? known.get() : tie(proved, person);
        return called(user, person.fullName());
    }

    private User called(User user, String name) {
        if (!user.fullName().equals(name)) {
            users.locked(user).isNowCalled(name);
        }
        return user;
    }

    private Optional<User> known(ProvedIdentity proved) {
        List<?> rows = entities.createNativeQuery(
                        "select user_id from external_identities where issuer = ?1 and subject = ?2")
                .setParameter(1, proved.issuer())
                .setParameter(2, proved.subject())
                .getResultList();
        return rows.stream().findFirst().flatMap(id -> users.find(((Number) id).longValue()));
    }

    private User tie(ProvedIdentity proved, OutsidePerson person) throws EmailTakenException {
        boolean made = users.withEmail(person.email()).isEmpty() && make(person);
        // At the same moment this very subject may have come in another tab, or another one with the same address.
        Optional<User> known = made ? Optional.empty() : known(proved);
        if (known.isPresent()) {
            return known.get();
        }
        User user = users.withEmail(person.email()).orElseThrow();
        if (!made && !mayTake(user, proved)) {
            throw new EmailTakenException();
        }
        entities.createNativeQuery("insert into external_identities (issuer, subject, user_id, first_seen_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, proved.issuer())
                .setParameter(2, proved.subject())
                .setParameter(3, user.id())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return user;
    }

    // Whoever chose a password typed any address, so the account may be a trap laid for the address's owner; and a
    // company gives
    // the address of somebody who left to somebody new, so one that is tied already stays with its first subject.
    private boolean mayTake(User user, ProvedIdentity proved) {
        return proved.emailVerified() && user.passwordHash().isEmpty() && !isTied(user);
    }

    private boolean isTied(User user) {
        return !entities.createNativeQuery("select 1 from external_identities where user_id = ?1")
                .setParameter(1, user.id())
                .getResultList()
                .isEmpty();
    }

    // Two first requests may come at once, so the unique index decides; whether it was this one that made the row.
    private boolean make(OutsidePerson person) {
        return entities.createNativeQuery("insert into users (email, full_name, created_at) values (?1, ?2, ?3)"
                                + " on conflict ((lower(email))) do nothing")
                        .setParameter(1, person.email())
                        .setParameter(2, person.fullName())
                        .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
