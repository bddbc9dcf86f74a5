package org.answerline.telegram.client;

/**
 * A chat as getChat returns it; absent members are empty.
 *
 * @param type private, group, supergroup or channel
 * @param title of a group or channel
 * @param firstName of a person
 * @param isForum whether it is a supergroup with topics
 * @param permissions what members of a group may do who are no administrators
 * @see <a href="https://core.telegram.org/bots/api#chatfullinfo">ChatFullInfo</a>
 */
public record ChatFullInfo(String type, String title, String firstName, Boolean isForum, ChatPermissions permissions) {

    static final ChatFullInfo UNKNOWN = new ChatFullInfo(null, null, null, null, null);

    /**
     * What members may do, as far as it is known.
     *
     * @param canSendMessages whether they may send texts
     */
    public record ChatPermissions(Boolean canSendMessages) {

        static final ChatPermissions UNKNOWN = new ChatPermissions(null);

        /** Replaces null, which stands for a member that is absent. */
        public ChatPermissions {
            canSendMessages = canSendMessages == null || canSendMessages;
        }
    }

    /** Replaces null, which stands for a member that is absent. */
    public ChatFullInfo {
        type = type == null ? "" : type;
        title = title == null ? "" : title;
        firstName = firstName == null ? "" : firstName;
        isForum = isForum != null && isForum;
        permissions = permissions == null ? ChatPermissions.UNKNOWN : permissions;
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
