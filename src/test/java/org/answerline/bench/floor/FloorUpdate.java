package org.answerline.bench.floor;

import jakarta.json.bind.annotation.JsonbProperty;

/** An update as JSON-B reads it, with no more than what is kept of it. */
public record FloorUpdate(@JsonbProperty("update_id") long id, @JsonbProperty("message") Message message) {

    /** A message. */
    public record Message(
            @JsonbProperty("message_id") long id,
            @JsonbProperty("chat") Chat chat,
            @JsonbProperty("text") String text) {}

    /** A chat. */
    public record Chat(@JsonbProperty("id") long id) {}
}
