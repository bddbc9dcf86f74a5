package org.answerline.promises;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What {@code /owner/health} says of a node, read with the owner's password that the desk was started with. */
final class OwnerHealth {
    static final String PASSWORD = "the owner of this test desk";

    private OwnerHealth() {}

    /** The whole answer, whatever its status. */
    static Page of(Desk desk) {
        var visitor = desk.visitor();
        return visitor.send(visitor.request("/owner/health").header("Authorization", authorization()));
    }

    /** The header with the owner's password. */
    static String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(("owner:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** One check with its data. */
    static JsonObject check(Desk desk, String name) {
        return of(desk).json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
