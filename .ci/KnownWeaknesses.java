import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks a database of known weaknesses about every part in a CycloneDX list: {@code KnownWeaknesses target/bom.json [--strict]}.
 *
 * <p>Ends with 1 when there are some and --strict is said. A database that cannot be asked is said so and is never a failure.
 *
 * @see <a href="https://google.github.io/osv.dev/post-v1-querybatch/">OSV, querybatch</a>
 */
final class KnownWeaknesses {
    private static final String OSV = "https://api.osv.dev/v1/querybatch";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var list = Path.of(arguments[0]);
        if (!Files.exists(list)) {
            System.out.println("No " + list + ": Maven makes it only with a network. Nothing was checked.");
            return;
        }
        var parts = parts(read(Files.readString(list)));
        var found = new ArrayList<String>();
        try {
            var results = ask(parts).getJsonArray("results").getValuesAs(JsonObject.class);
            for (int i = 0; i < results.size(); i++) {
                var ids = ids(results.get(i));
                if (!ids.isEmpty()) {
                    found.add(parts.get(i) + ": " + ids);
                }
            }
        } catch (IOException | RuntimeException away) {
            System.out.println("The database of known weaknesses cannot be asked: " + away);
            return;
        }
        found.forEach(System.out::println);
        System.out.println("Parts checked: " + parts.size() + ", with known weaknesses: " + found.size());
        if (!found.isEmpty() && List.of(arguments).contains("--strict")) {
            System.exit(1);
        }
    }

    private static List<String> parts(JsonObject list) {
        return list.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                .map(part -> part.getString("purl", "").replaceFirst("\\?.*", ""))
                .filter(purl -> purl.startsWith("pkg:maven/"))
                .toList();
    }

    private static JsonObject ask(List<String> parts) throws IOException, InterruptedException {
        JsonArrayBuilder queries = Json.createArrayBuilder();
        parts.forEach(purl -> queries.add(
                Json.createObjectBuilder().add("package", Json.createObjectBuilder().add("purl", purl))));
        var question = Json.createObjectBuilder().add("queries", queries).build().toString();
        var request = HttpRequest.newBuilder(URI.create(System.getProperty("osv", OSV)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        return read(answer.body());
    }

    private static String ids(JsonObject result) {
        return result.containsKey("vulns")
                ? result.getJsonArray("vulns").getValuesAs(JsonObject.class).stream()
                        .map(weakness -> weakness.getString("id"))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
