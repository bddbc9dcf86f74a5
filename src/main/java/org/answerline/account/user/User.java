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
import java.util.Map;
import java.util.Objects;
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

    /** Nobody signs in to this account by its address: it belongs to a user of a site, or to a guest. */
    private boolean vouched;

    private boolean guest;

    private String attributes;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    /** The block is written by {@link UserRows} only, so that no stale copy of an account can end or begin one. */
    @Column(name = "blocked_at", insertable = false, updatable = false)
    private OffsetDateTime blockedAt;

    @Column(name = "blocked_until", insertable = false, updatable = false)
    private OffsetDateTime blockedUntil;

    @Column(name = "blocked_by", insertable = false, updatable = false)
    private String blockedBy;

    /** For the persistence provider only. */
    public User() {}

    public User(String email, String fullName, String passwordHash, String language, Instant createdAt) {
        this.email = email;
        this.fullName = fullName;
        this.passwordHash = passwordHash;
        this.language = language;
        this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
    }

    /** The id that other packages store. */
    public long id() {
        return id;
    }

    /** The address as it was typed at sign-up or reported by the site; empty if the site has none. */
    public String email() {
        return email == null ? "" : email;
    }

    /** What the user recognises the account by: the address, or the name if the account has no address. */
    public String accountName() {
        return email().isEmpty() ? fullName : email;
    }

    /** The name as it was typed at sign-up, one line. */
    public String fullName() {
        return fullName;
    }

    /** The language of the pages last read, a BCP 47 tag; null until one is known. */
    public String language() {
        return language;
    }

    /** The block by support that is in force at this time. */
    public Optional<UserBlock> block(Instant now) {
        return Optional.ofNullable(blockedAt)
                .map(since -> new UserBlock(
                        since.toInstant(),
                        Optional.ofNullable(blockedUntil).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(blockedBy)))
                .filter(block -> block.isInForce(now));
    }

    /** Changes the name. */
    public void rename(String name) {
        fullName = name;
    }

    /** Whether the address was confirmed by an e-mail or a realm. */
    public boolean isConfirmed() {
        return emailConfirmedAt != null;
    }

    /** The time of the first confirmation of the address. */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(emailConfirmedAt).map(OffsetDateTime::toInstant);
    }

    public void confirmEmail(Instant now) {
        if (emailConfirmedAt == null) {
            emailConfirmedAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    /** Changes the address to one that the user has confirmed. */
    void changeEmail(String address, Instant now) {
        email = address;
        confirmEmail(now);
    }

    /** Whether a site vouches for this user by signed tokens. */
    public boolean isVouched() {
        return vouched && !guest;
    }

    /** Whether this is a visitor who asks without an account. */
    public boolean isGuest() {
        return guest;
    }

    /** What the site shows to operators about this user, in its order. */
    public Map<String, String> attributes() {
        return UserAttributes.read(attributes);
    }

    /** Whether the account is already as the site says. */
    public boolean follows(SiteProfile profile) {
        return fullName.equals(profile.fullName())
                && email().equals(profile.email())
                && isConfirmed() == profile.emailVerified()
                && Objects.equals(attributes, UserAttributes.write(profile.attributes()))
                && (profile.language() == null || profile.language().equals(language));
    }

    /** Takes over what the site says; the language stays if the site names none. */
    public void follow(SiteProfile profile, Instant now) {
        boolean isSameAddress = email().equals(profile.email());
        if (!profile.emailVerified()) {
            emailConfirmedAt = null;
        } else if (!isSameAddress || !isConfirmed()) {
            emailConfirmedAt = now.atOffset(ZoneOffset.UTC);
        }
        fullName = profile.fullName();
        email = profile.email().isEmpty() ? null : profile.email();
        attributes = UserAttributes.write(profile.attributes());
        language = profile.language() == null ? language : profile.language();
    }

    /** Ends all sign-ins. */
    public void endSignIns() {
        signInGeneration++;
    }

    /** From now on an external realm authenticates the owner, and the password of the account no longer works. */
    public void adopt(Instant now) {
        passwordHash = null;
        adoptedAt = now.atOffset(ZoneOffset.UTC);
        endSignIns();
        confirmEmail(now);
    }

    /** The time since which an external realm authenticates the owner, if the account had a password before. */
    public Optional<Instant> adoptedAt() {
        return Optional.ofNullable(adoptedAt).map(OffsetDateTime::toInstant);
    }

    /** Whether this is a local account with a password. */
    public boolean hasPassword() {
        return passwordHash != null;
    }

    /** Sets a new password and ends all sign-ins. */
    public void changePassword(String hash) {
        passwordHash = hash;
        endSignIns();
    }

    /** The generation of sign-ins: how often all sign-ins of this account have been ended. */
    public int signInGeneration() {
        return signInGeneration;
    }

    /** The salted slow hash; empty for an account of an external realm. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }
}
