package org.answerline.conversation.outgoing;

import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.InlineKeyboard;

/** The button that closes the conversation which the message above it is about, like /close in a Reply to that message. */
public final class CloseButton {

    /** The data of the button. */
    public static final String VERB = "close";

    private CloseButton() {}

    /** The button in a language. */
    public static InlineKeyboard in(Texts texts) {
        return InlineKeyboard.of(texts.get("telegram.button.close"), VERB);
    }
}
