package org.answerline.site.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TextMark;
import org.answerline.platform.text.JsonReaders;

/** How the API writes messages; times are ISO 8601 in UTC. */
public final class FeedbackJson {
    private static final String BINDING_URL = "telegram_binding_url";

    private FeedbackJson() {}

    static String submitted(SupportMessage message, Optional<URI> bindingUrl) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("id", message.id())
                .add("number", message.number())
                .add("created_at", message.createdAt().toString());
        JsonFields.addOrNull(json, BINDING_URL, bindingUrl.orElse(null));
        return json.build().toString();
    }

    static String thread(long userId, ConversationPage thread, Optional<URI> bindingUrl) {
        JsonArrayBuilder messages = JsonReaders.createArrayBuilder();
        thread.messages().forEach(message -> messages.add(json(message, thread.filesOf(message))));
        JsonObjectBuilder json =
                JsonReaders.createObjectBuilder().add("user", userId).add("messages", messages);
        JsonFields.addOrNull(json, BINDING_URL, bindingUrl.orElse(null));
        if (thread.next().isPresent()) {
            json.add("next", thread.next().getAsLong());
        } else {
            json.addNull("next");
        }
        return json.build().toString();
    }

    /** The thread of nobody; in a page of another site signing in would not change that. */
    static String signedOut(boolean crossSite) {
        return JsonReaders.createObjectBuilder()
                .addNull("user")
                .add("messages", JsonReaders.createArrayBuilder())
                .addNull(BINDING_URL)
                .addNull("next")
                .add("cross_site", crossSite)
                .build()
                .toString();
    }

    /** Whether Telegram is linked, and if so, since when. */
    public static String telegram(Optional<Instant> linkedSince) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder().add("linked", linkedSince.isPresent());
        JsonFields.addOrNull(json, "since", linkedSince.orElse(null));
        return json.build().toString();
    }

    /** One message with its files, as in a thread. */
    public static String message(SupportMessage message, List<Attachment> files) {
        return json(message, files).build().toString();
    }

    private static JsonObjectBuilder json(SupportMessage message, List<Attachment> files) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder().add("id", message.id());
        JsonFields.addOrNull(json, "number", message.number());
        JsonFields.addOrNull(json, "subject", message.subject());
        JsonArrayBuilder entities = JsonReaders.createArrayBuilder();
        message.marks().forEach(mark -> entities.add(json(mark)));
        json.add("text", message.text())
                .add("entities", entities)
                .add("is_from_admin", message.isFromAdmin())
                .add("created_at", message.createdAt().toString())
                .add("source", message.source().name().toLowerCase(Locale.ROOT))
                .add("delivery", message.delivery().name().toLowerCase(Locale.ROOT));
        JsonFields.addOrNull(json, "delivery_failure", message.deliveryFailure());
        JsonFields.addOrNull(json, "in_reply_to", message.inReplyTo());
        JsonFields.addOrNull(json, "quote", message.quote());
        return json.add("files", FileJson.all(files));
    }

    private static JsonObjectBuilder json(TextMark mark) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("type", mark.type())
                .add("offset", mark.offset())
                .add("length", mark.length());
        if (mark.url() != null) {
            json.add("url", mark.url());
        }
        if (mark.language() != null) {
            json.add("language", mark.language());
        }
        return json;
    }
}
