package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What the bot may do in a group.
 *
 * @param administrator whether it is an administrator, who hears everything and may write where members may not
 * @param canManageTopics whether it may create topics, and change those of others
 * @param canDeleteMessages whether it may delete topics and messages of others
 * @param canPinMessages whether it may pin messages
 */
public record BotRights(
        boolean administrator, boolean canManageTopics, boolean canDeleteMessages, boolean canPinMessages) {

    /** Any other member of the group. */
    public static final BotRights MEMBER = new BotRights(false, false, false, false);

    /** An administrator without any right of its own. */
    public static final BotRights BARE_ADMINISTRATOR = new BotRights(true, false, false, false);

    /** An administrator who may manage topics and nothing else. */
    public static final BotRights TOPICS = new BotRights(true, true, false, false);

    /** An administrator who may do all of it. */
    public static final BotRights ALL = new BotRights(true, true, true, true);

    String status() {
        return administrator ? "administrator" : "member";
    }

    /** The bot as a member, as ChatMember describes it. */
    JsonObject member(JsonObject bot) {
        var json = Json.createObjectBuilder().add("user", bot).add("status", status());
        if (administrator) {
            json.add("can_be_edited", false)
                    .add("is_anonymous", false)
                    .add("can_manage_topics", canManageTopics)
                    .add("can_delete_messages", canDeleteMessages)
                    .add("can_pin_messages", canPinMessages);
        }
        return json.build();
    }
}
