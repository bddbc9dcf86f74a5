package org.answerline.conversation;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a user's conversation.
 *
 * @param messages oldest first
 * @param next the cursor to the page before this one in time; empty when there is nothing older
 */
public record Thread(List<SupportMessage> messages, OptionalLong next) {}
