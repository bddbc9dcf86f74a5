package org.answerline.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.AccountSecured;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.telegram.BotSettings;

/** Links accounts of the site to private Telegram chats. */
@ApplicationScoped
@Transactional
public class TelegramLinking {

    /** The account that a chat was linked to until now. */
    public record Unlinked(String name, String email) {}

    private static final Duration UNTIED_IS_NEWS = Duration.ofDays(30);

    @Inject
    private UserTelegramLinks links;

    @Inject
    private Accounts accounts;

    @Inject
    private BotSettings bot;

    @Inject
    private BotUsername identity;

    @Inject
    private Event<ChatUnlinked> unlinked;

    @Inject
    private Event<LinkChanged> changes;

    @Inject
    private Clock clock;

    /** The invitation for a user who is not linked; the same one while it is valid. */
    public Optional<LinkInvitation> invite(long userId) {
        return chatOf(userId).isPresent() ? Optional.empty() : Optional.of(reinvite(userId));
    }

    /** An invitation, also for a linked user who wants to move to another Telegram. */
    public LinkInvitation reinvite(long userId) {
        Instant now = clock.instant();
        Optional<UserTelegramLink> known = links.of(userId).filter(link -> living(link, now));
        UserTelegramLink link = known.orElseGet(() -> invited(userId, now));
        BindingToken token = token(link);
        return new LinkInvitation(
                token.value(),
                identity.username().map(username -> bot.deepLink(username, token.value())),
                link.validUntil());
    }

    /** The chat of a user, if linked. */
    public OptionalLong chatOf(long userId) {
        return links.of(userId).map(UserTelegramLink::chat).orElseGet(OptionalLong::empty);
    }

    /** The time since which the user has been linked to the current chat, if linked. */
    public Optional<Instant> linkedSince(long userId) {
        return links.of(userId).flatMap(UserTelegramLink::linkedSince);
    }

    /** The user's Telegram in a form that the user recognises, if linked. */
    public Optional<LinkedTelegram> telegramOf(long userId) {
        return links.of(userId).flatMap(UserTelegramLink::telegram);
    }

    /** The Telegram that was recently unlinked because it may belong to somebody else; empty once another one is linked. */
    public Optional<LinkedTelegram> untied(long userId) {
        return links.of(userId).flatMap(link -> link.untiedAfter(clock.instant().minus(UNTIED_IS_NEWS)));
    }

    /** The link to the bot, if its username is known. */
    public Optional<URI> botLink() {
        return identity.username().map(bot::chatLink);
    }

    /** Stores the current name of the person in a linked chat. */
    public void rememberName(long chatId, String name) {
        links.inChat(chatId)
                .filter(link -> !link.isNamed(name))
                .map(links::locked)
                .filter(link -> link.isLinkedTo(chatId))
                .ifPresent(link -> link.name(name));
    }

    /** The creator of the account may not own its address: links made before it was confirmed and all tokens become invalid. */
    void secure(@Observes AccountSecured account) {
        links.of(account.userId()).map(links::locked).ifPresent(link -> {
            link.endInvitation();
            if (link.isOlderThan(account.linksBefore())) {
                link.rememberUntied(clock.instant());
                untie(link);
            }
        });
    }

    /** The chat of a user with its language, if linked. */
    public Optional<LinkedUser> linked(long userId) {
        return links.of(userId).filter(link -> link.chat().isPresent()).map(TelegramLinking::linkedUser);
    }

    /** The chat of a user, if linked; nobody can link or unlink it before the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LinkedUser> lockedLinked(long userId) {
        return Optional.of(links.lockedNow(userId))
                .filter(link -> link.chat().isPresent())
                .map(TelegramLinking::linkedUser);
    }

    /** The user whom a private chat is linked to. */
    public Optional<LinkedUser> userIn(long chatId) {
        return links.inChat(chatId).map(TelegramLinking::linkedUser);
    }

    /** Stores the current language of a linked user's Telegram. */
    public void setLanguage(long userId, String language) {
        links.of(userId)
                .filter(link -> language != null && !Objects.equals(language, link.language()))
                .map(links::locked)
                .ifPresent(link -> link.setLanguage(language));
    }

    /** Stores whether the bot may write to a chat; returns the chat's user. */
    public Optional<LinkedUser> setMayWrite(long chatId, boolean mayWrite) {
        Optional<UserTelegramLink> link =
                links.inChat(chatId).map(links::locked).filter(known -> known.isLinkedTo(chatId));
        link.ifPresent(known -> known.setMayWrite(mayWrite, clock.instant()));
        return link.map(TelegramLinking::linkedUser);
    }

    /** Handles a start parameter from a private chat. */
    public LinkOutcome accept(String startParameter, long chatId, String language) {
        if (!BindingToken.couldBe(startParameter)) {
            return new LinkOutcome.Unknown();
        }
        BindingToken token = new BindingToken(startParameter);
        Optional<UserTelegramLink> wanted = links.lockedBy(token);
        if (wanted.isEmpty()) {
            return spent(token, chatId);
        }
        UserTelegramLink link = wanted.get();
        if (!link.invites(clock.instant())) {
            return new LinkOutcome.Expired();
        }
        if (link.isLinkedTo(chatId)) {
            return new LinkOutcome.AlreadyLinked(user(link).fullName());
        }
        Optional<UserTelegramLink> other = links.inChat(chatId);
        if (other.isPresent()) {
            links.forgetRequestsOf(chatId, link.userId());
            link.requestFrom(chatId);
            return new LinkOutcome.ChatOfAnother(
                    user(other.get()).accountName(), user(link).accountName());
        }
        return linked(link, chatId, language);
    }

    /** Moves a chat to the account whose link it opened last; the account it belonged to is unlinked. */
    public LinkOutcome switchAccount(long chatId, String language) {
        Optional<UserTelegramLink> wanted =
                links.lockedRequestedBy(chatId).filter(link -> link.invites(clock.instant()));
        if (wanted.isEmpty()) {
            return new LinkOutcome.NothingToSwitch();
        }
        links.inChat(chatId).map(links::locked).ifPresent(this::untie);
        links.flush();
        return linked(wanted.get(), chatId, language);
    }

    /** Unlinks a chat; returns the account that it was linked to, if any. */
    public Optional<Unlinked> unlinkChat(long chatId) {
        return links.inChat(chatId)
                .map(links::locked)
                .filter(link -> link.isLinkedTo(chatId))
                .map(link -> {
                    untie(link);
                    User user = user(link);
                    return new Unlinked(user.fullName(), user.accountName());
                });
    }

    /** Unlinks a user; returns the id of the chat that was linked. */
    public OptionalLong unlink(long userId) {
        UserTelegramLink link = links.lockedOf(userId);
        OptionalLong chat = link.chat();
        untie(link);
        return chat;
    }

    private LinkOutcome spent(BindingToken token, long chatId) {
        return links.usedBy(token)
                .<LinkOutcome>map(link -> link.isLinkedTo(chatId)
                        ? new LinkOutcome.AlreadyLinked(user(link).fullName())
                        : new LinkOutcome.AlreadyUsed())
                .orElseGet(LinkOutcome.Unknown::new);
    }

    private LinkOutcome linked(UserTelegramLink link, long chatId, String language) {
        OptionalLong previous = link.chat();
        previous.ifPresent(old -> unlinked.fire(new ChatUnlinked(link.userId(), old)));
        link.accept(chatId, language, clock.instant());
        changes.fire(new LinkChanged(link.userId()));
        User user = user(link);
        return new LinkOutcome.Linked(link.userId(), user.fullName(), user.accountName(), previous);
    }

    private void untie(UserTelegramLink link) {
        link.chat().ifPresent(chat -> unlinked.fire(new ChatUnlinked(link.userId(), chat)));
        link.unlink();
        changes.fire(new LinkChanged(link.userId()));
    }

    private User user(UserTelegramLink link) {
        return accounts.find(link.userId()).orElseThrow();
    }

    private UserTelegramLink invited(long userId, Instant now) {
        UserTelegramLink link = links.lockedOf(userId);
        if (!living(link, now)) {
            String nonce = BindingToken.newNonce();
            link.invite(nonce, BindingToken.signed(bot.token(), userId, nonce), now);
        }
        return link;
    }

    private boolean living(UserTelegramLink link, Instant now) {
        return link.invites(now) && link.holds(token(link));
    }

    private BindingToken token(UserTelegramLink link) {
        return BindingToken.signed(bot.token(), link.userId(), link.nonce());
    }

    private static LinkedUser linkedUser(UserTelegramLink link) {
        return new LinkedUser(link.userId(), link.chat().orElseThrow(), link.language(), link.isBlocked());
    }
}
