package org.answerline.site.api;

import jakarta.json.JsonObjectBuilder;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.text.JsonReaders;
import org.answerline.platform.text.Texts;

/** What the widget is told about the desk; addresses are relative to the site's top. */
final class WidgetJson {
    private WidgetJson() {}

    static String words(Texts texts, boolean signUpIsOpen, Attachments attachments, boolean isNamed) {
        JsonObjectBuilder words = JsonReaders.createObjectBuilder();
        texts.under("widget.").forEach(words::add);
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("language", texts.locale().getLanguage())
                .add("origin_is_named", isNamed)
                .add("support_url", "/support/")
                .add("sign_in_url", "/account/sign-in/");
        JsonFields.addOrNull(json, "sign_up_url", signUpIsOpen ? "/account/sign-up/" : null);
        if (attachments.areTaken()) {
            json.add("files", files(attachments));
        } else {
            json.addNull("files");
        }
        return json.add("limits", JsonReaders.createObjectBuilder().add("message", NewQuestion.TEXT_MAX))
                .add("texts", words)
                .build()
                .toString();
    }

    private static JsonObjectBuilder files(Attachments attachments) {
        return JsonReaders.createObjectBuilder()
                .add("max_bytes", (long) attachments.largestMegabytes() << 20)
                .add("count", attachments.most());
    }
}
