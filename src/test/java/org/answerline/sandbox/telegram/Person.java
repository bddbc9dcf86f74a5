package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Somebody with a Telegram account.
 *
 * @param lastName empty if there is none
 * @param username without the at sign, empty if there is none
 * @param languageCode IETF tag of the app's language, empty if the app does not tell
 */
public record Person(long id, String firstName, String lastName, String username, String languageCode) {

    JsonObject user() {
        JsonObjectBuilder json = names(Json.createObjectBuilder().add("id", id).add("is_bot", false));
        if (!languageCode.isEmpty()) {
            json.add("language_code", languageCode);
        }
        return json.build();
    }

    JsonObject privateChat() {
        return names(Json.createObjectBuilder().add("id", id))
                .add("type", "private")
                .build();
    }

    private JsonObjectBuilder names(JsonObjectBuilder json) {
        json.add("first_name", firstName);
        if (!lastName.isEmpty()) {
            json.add("last_name", lastName);
        }
        if (!username.isEmpty()) {
            json.add("username", username);
        }
        return json;
    }
}
