package org.answerline.conversation.message;

/**
 * A formatted part of a message's text, like Telegram's MessageEntity.
 *
 * @param type bold, text_link and so on
 * @param offset in UTF-16 units, like {@code length}
 * @param url the URL of a text_link, otherwise null
 * @param language the programming language of a pre, otherwise null
 */
public record TextMark(String type, int offset, int length, String url, String language) {

    /** Whether it is a link with a text of its own. */
    public boolean isLink() {
        return url != null;
    }
}
