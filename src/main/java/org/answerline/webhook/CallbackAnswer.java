package org.answerline.webhook;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.answerline.platform.text.JsonReaders;
import org.answerline.telegram.update.CallbackQuery;

/**
 * The response of the webhook to a button that was pressed: it carries the call of answerCallbackQuery, which costs no request and is never
 * late.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests-when-getting-updates">Making requests when getting updates</a>
 */
final class CallbackAnswer {

    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private CallbackAnswer() {}

    /** The response; without a text the button only stops waiting. */
    static Response to(CallbackQuery query, Optional<String> text) {
        JsonObjectBuilder call = JsonReaders.createObjectBuilder()
                .add("method", "answerCallbackQuery")
                .add("callback_query_id", query.id());
        text.ifPresent(words -> call.add("text", words));
        return Response.ok(call.build().toString(), JSON).build();
    }
}
