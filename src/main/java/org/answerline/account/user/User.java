package org.answerline.account.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A person with an account on the site; lives from sign-up until the account is deleted. */
@Entity
@Table(name = "users")
public class User {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "users")
    @SequenceGenerator(name = "users", sequenceName = "users_id_seq", allocationSize = 1)
    private Long id;

    private String email;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String language;

    @Column(name = "sign_in_generation")
    private int signInGeneration;

    @Column(name = "email_confirmed_at")
    private OffsetDateTime emailConfirmedAt;

    @Column(name = "adopted_at")
    private OffsetDateTime adoptedAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    /** For the persistence provider only. */
    public User() {}

    public User(String email, String fullName, String passwordHash, String language, Instant createdAt) {
        this.email = email;
        this.fullName = fullName;
        this.passwordHash = passwordHash;
        this.language = language;
        this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
    }

    /** The number that other features keep. */
    public long id() {
        return id;
    }

    /** The address as it was typed at sign-up. */
    public String email() {
        return email;
    }

    /** The name as it was typed at sign-up, one line. */
    public String fullName() {
        return fullName;
    }

    /** The language of the pages last read, a BCP 47 tag; null until one is known. */
    public String language() {
        return language;
    }

    /** Takes over the name that a realm outside tells. */
    public void rename(String name) {
        fullName = name;
    }

    /** Whether somebody has shown that mail to the address reaches them. */
    public boolean isConfirmed() {
        return emailConfirmedAt != null;
    }

    /** Since when the address is known to be the account owner's; a further proof changes nothing. */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(emailConfirmedAt).map(OffsetDateTime::toInstant);
    }

    public void confirmEmail(Instant now) {
        if (emailConfirmedAt == null) {
            emailConfirmedAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    /** The same person has another address, and has shown that mail to it reaches them. */
    void isNowAt(String address, Instant now) {
        email = address;
        confirmEmail(now);
    }

    /** Ends all sign-ins. */
    public void endSignIns() {
        signInGeneration++;
    }

    /** From now on a realm outside says who the owner is; the password that the account was opened with opens nothing any more. */
    public void isAdopted(Instant now) {
        passwordHash = null;
        adoptedAt = now.atOffset(ZoneOffset.UTC);
        endSignIns();
        confirmEmail(now);
    }

    /** Since when a realm outside says who the owner of this account is, if it had a password before. */
    public Optional<Instant> adoptedAt() {
        return Optional.ofNullable(adoptedAt).map(OffsetDateTime::toInstant);
    }

    /** Whether this account is one of ours, with a password. */
    public boolean hasPassword() {
        return passwordHash != null;
    }

    /** A new password ends all sign-ins that the old one opened. */
    public void changePassword(String hash) {
        passwordHash = hash;
        endSignIns();
    }

    /** How often all sign-ins of this account have been ended. */
    public int signInGeneration() {
        return signInGeneration;
    }

    /** The salted slow hash; empty for an account that comes from a realm outside. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }
}
