package org.answerline.telegram.client;

/**
 * A bot as getMe returns it.
 *
 * @param id the number before the colon of its token; 0 if absent
 * @param username without @; empty if absent
 * @param canReadAllGroupMessages whether its privacy mode is off
 * @see <a href="https://core.telegram.org/bots/api#getme">getMe</a>
 */
public record BotUser(Long id, String username, Boolean canReadAllGroupMessages) {

    /** Replaces null, which stands for a member that is absent. */
    public BotUser {
        id = id == null ? 0 : id;
        username = username == null ? "" : username;
        canReadAllGroupMessages = canReadAllGroupMessages != null && canReadAllGroupMessages;
    }
}
