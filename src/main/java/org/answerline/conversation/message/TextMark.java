package org.answerline.conversation.message;

/**
 * A part of a message's text that is laid out, as Telegram's MessageEntity.
 *
 * @param type bold, text_link and so on
 * @param offset in UTF-16 units, as is {@code length}
 * @param url the address of a text_link, else null
 * @param language the language of a pre, if it has one, else null
 */
public record TextMark(String type, int offset, int length, String url, String language) {

    /** Whether it is a link under other words. */
    public boolean isLink() {
        return url != null;
    }
}
