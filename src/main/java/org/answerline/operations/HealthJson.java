package org.answerline.operations;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.answerline.platform.text.JsonReaders;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Writes the responses of health checks in the format of MicroProfile Health.
 *
 * @see <a href="https://download.eclipse.org/microprofile/microprofile-health-4.0/microprofile-health-spec-4.0.html">MicroProfile
 *     Health</a>
 */
final class HealthJson {

    private HealthJson() {}

    /** With status 200 if all are UP, and 503 otherwise. */
    static void write(List<HealthCheckResponse> answers, HttpServletResponse response) throws IOException {
        boolean up = answers.stream().allMatch(answer -> answer.getStatus() == HealthCheckResponse.Status.UP);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json(up, answers));
    }

    private static String json(boolean up, List<HealthCheckResponse> answers) {
        JsonArrayBuilder all = JsonReaders.createArrayBuilder();
        answers.forEach(answer -> all.add(json(answer)));
        return JsonReaders.createObjectBuilder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", all)
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(HealthCheckResponse answer) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("name", answer.getName())
                .add("status", answer.getStatus().name());
        answer.getData().ifPresent(data -> json.add("data", data(data)));
        return json;
    }

    private static JsonObjectBuilder data(Map<String, Object> data) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder();
        data.forEach((name, value) -> {
            if (value instanceof Boolean truth) {
                json.add(name, truth);
            } else {
                json.add(name, String.valueOf(value));
            }
        });
        return json;
    }
}
