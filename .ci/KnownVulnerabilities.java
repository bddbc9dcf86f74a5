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
 * Looks up every component of a CycloneDX bill of materials in the vulnerability database OSV and prints the identifiers of the
 * vulnerabilities that are known: {@code KnownVulnerabilities target/bom.json [--strict]}.
 *
 * <p>The exit code is 1 when there are any and --strict is given. A database that cannot be reached is reported and is not a failure.
 *
 * @see <a href="https://google.github.io/osv.dev/post-v1-querybatch/">OSV, querybatch</a>
 */
final class KnownVulnerabilities {
    private static final String OSV = "https://api.osv.dev/v1/querybatch";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var bom = Path.of(arguments[0]);
        if (!Files.exists(bom)) {
            System.out.println("There is no " + bom + ", which Maven does not make offline: nothing was checked.");
            return;
        }
        var components = components(read(Files.readString(bom)));
        var found = new ArrayList<String>();
        try {
            var results = query(components).getJsonArray("results").getValuesAs(JsonObject.class);
            for (int i = 0; i < results.size(); i++) {
                var ids = ids(results.get(i));
                if (!ids.isEmpty()) {
                    found.add(components.get(i) + ": " + ids);
                }
            }
        } catch (IOException | RuntimeException e) {
            System.out.println("The vulnerability database cannot be reached, nothing was checked: " + e);
            return;
        }
        found.forEach(System.out::println);
        System.out.println("Components checked: " + components.size() + ", with known vulnerabilities: " + found.size());
        if (!found.isEmpty() && List.of(arguments).contains("--strict")) {
            System.exit(1);
        }
    }

    private static List<String> components(JsonObject bom) {
        return bom.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                .map(component -> component.getString("purl", "").replaceFirst("\\?.*", ""))
                .filter(purl -> purl.startsWith("pkg:maven/"))
                .toList();
    }

    private static JsonObject query(List<String> components) throws IOException, InterruptedException {
        JsonArrayBuilder queries = Json.createArrayBuilder();
        components.forEach(purl -> queries.add(
                Json.createObjectBuilder().add("package", Json.createObjectBuilder().add("purl", purl))));
        var body = Json.createObjectBuilder().add("queries", queries).build().toString();
        var request = HttpRequest.newBuilder(URI.create(System.getProperty("osv", OSV)))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return read(response.body());
    }

    private static String ids(JsonObject result) {
        return result.containsKey("vulns")
                ? result.getJsonArray("vulns").getValuesAs(JsonObject.class).stream()
                        .map(vulnerability -> vulnerability.getString("id"))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
