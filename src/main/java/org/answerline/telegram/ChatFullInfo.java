package org.answerline.telegram;

/**
 * A chat as getChat tells it.
 *
 * @param type private, group, supergroup or channel
 * @param name a group's title or a person's first name
 * @see <a href="https://core.telegram.org/bots/api#chatfullinfo">ChatFullInfo</a>
 */
public record ChatFullInfo(String type, String name) {

    /** Whether several people can be in it. */
    public boolean isGroup() {
        return type.equals("group") || type.equals("supergroup");
    }
}
