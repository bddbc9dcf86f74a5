package org.answerline.conversation.team;

import java.util.Optional;

/**
 * The operator who has a conversation.
 *
 * @param id Telegram's user id
 * @param name empty for an anonymous administrator
 */
public record ConversationOwner(long id, Optional<String> name) {}
