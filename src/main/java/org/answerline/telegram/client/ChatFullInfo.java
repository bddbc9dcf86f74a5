package org.answerline.telegram.client;

/**
 * A chat as getChat returns it; absent members are empty.
 *
 * @param type private, group, supergroup or channel
 * @param title of a group or channel
 * @param firstName of a person
 * @param isForum whether it is a supergroup with topics
 * @see <a href="https://core.telegram.org/bots/api#chatfullinfo">ChatFullInfo</a>
 */
public record ChatFullInfo(String type, String title, String firstName, Boolean isForum) {

    static final ChatFullInfo UNKNOWN = new ChatFullInfo(null, null, null, null);

    /** Replaces null, which stands for a member that is absent. */
    public ChatFullInfo {
        type = type == null ? "" : type;
        title = title == null ? "" : title;
        firstName = firstName == null ? "" : firstName;
        isForum = isForum != null && isForum;
    }

    /** A group's title or a person's first name. */
    public String name() {
        return title.isEmpty() ? firstName : title;
    }

    /** Whether several people can be in it. */
    public boolean isGroup() {
        return type.equals("group") || type.equals("supergroup");
    }
}
