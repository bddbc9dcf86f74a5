package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The image, the files that start it and the documents say the same. */
class ContainerTest {

    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z_]*_[A-Z]+");
    private static final Pattern GIVEN = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern PROBE = Pattern.compile("(?m)^\\| `(/health/\\w+)` \\|");

    private final String image = content("Dockerfile");
    private final String script = content("server-config/payara/run");
    private final String operating = content("docs/operating.md");
    private final Tree compose =
            Tree.of(Path.of("server-config/compose/compose.yaml")).get(0).at("services");
    private final Tree desk = compose.at("desk");
    private final List<Tree> cluster = Tree.of(Path.of("server-config/kubernetes/answerline.yaml"));
    private final Tree nodes = kind("StatefulSet").at("spec");
    private final Tree pod = nodes.at("template", "spec");
    private final Tree container = pod.at("containers", 0);

    ContainerTest() throws IOException {}

    @Test
    void namesOnlySettingsThatExistAndAllThatAreRequired() {
        var known = settings(operating + content("docs/sign-in.md"), "");
        var required = settings(operating, "required");
        for (var given : List.of(givenByCompose(), givenByKubernetes())) {
            assertTrue(known.containsAll(given), () -> given + " are not all settings");
            assertTrue(given.containsAll(required), () -> given + " lack one of " + required);
        }
    }

    @Test
    void listensWhereItIsAsked() {
        var port = only("EXPOSE (\\d+)", image);
        assertEquals(port, only("HTTP_PORT:-(\\d+)", image));
        assertEquals(port, only("--port \"\\$\\{HTTP_PORT:-(\\d+)", script));
        assertEquals(port, desk.text("environment", "HTTP_PORT"));
        assertTrue(desk.text("ports", 0).endsWith(":" + port));
        assertEquals(port, container.text("ports", 0, "containerPort"));
        assertEquals(port, kind("NetworkPolicy").text("spec", "ingress", 0, "ports", 0, "port"));
    }

    /** Payara 7 needs Java 21; the installation has it in the version that the profile payara7 tests. */
    @Test
    void hasAJavaThatItsServerTakes() {
        assertEquals("7", only("<payara.production.version>(\\d+)\\.", content("pom.xml")));
        var installed = only("openjdk-(\\d+)-jre", content("docs/installing.md"));
        for (var java : List.of(only("(?m)^FROM eclipse-temurin:(\\d+)-jre$", image), installed)) {
            assertTrue(Integer.parseInt(java) >= 21, java);
        }
    }

    /** Everything else is read-only for the desk, so the folder of its files is one that systemd makes for it. */
    @Test
    void mayWriteToTheFolderOfItsFilesUnderSystemd() {
        var unit = content("server-config/systemd/answerline.service");
        assertEquals(
                "/var/lib/" + only("(?m)^StateDirectory=(\\S+)$", unit),
                only("SUPPORT_FILES='folder:([^']+)'", content("docs/installing.md")));
    }

    /** Without quotes a shell would take a value with blanks for a command. */
    @Test
    void readsItsSettingsInTheShellAsUnderSystemd() {
        var installing = content("docs/installing.md");
        var file = only("(?s)cat > /etc/answerline.env <<'END'\n(.*?)    END\n", installing);
        file.lines().forEach(line -> assertTrue(line.matches("    [A-Z_]+='[^']+'"), line));
        assertFalse(installing.contains("sudo -u"), "a minimal Debian has no sudo");
    }

    /** The image starts what its build has unpacked from the zip. */
    @Test
    void startsTheScriptOfTheInstallation() {
        var home = only("mv answerline-\\* (\\S+)", image);
        assertEquals(home, only("(?m)^WORKDIR (/opt\\S+)", image));
        assertTrue(image.contains("ENTRYPOINT [\"/bin/sh\", \"" + home + "/server-config/payara/run\"]"), image);
        assertTrue(image.contains("COPY --from=build " + home + "/server-config/payara server-config/payara\n"), image);
    }

    @Test
    void isAskedWhatItAnswers() {
        var probes = Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                .map(probe -> container.text(probe, "httpGet", "path"))
                .collect(Collectors.toSet());
        assertEquals(found(PROBE, operating), probes);
        assertTrue(probes.contains(only("GET (/\\S+) HTTP", image)));
    }

    @Test
    void hasNoRights() {
        var user = only("(?m)^USER (\\d+):\\1$", image);
        assertEquals(user, only("useradd --uid (\\d+)", image));
        assertEquals(user, pod.text("securityContext", "runAsUser"));
        assertEquals("true", pod.text("securityContext", "runAsNonRoot"));
        assertEquals("false", container.text("securityContext", "allowPrivilegeEscalation"));
        assertEquals("[ALL]", container.text("securityContext", "capabilities", "drop"));
        assertEquals("[ALL]", desk.text("cap_drop"));
        assertEquals("[no-new-privileges:true]", desk.text("security_opt"));
    }

    @Test
    void writesOnlyWhereTheDocumentsSay() {
        var folder = only("writes nowhere but to `([^`]+)`", operating);
        assertEquals("true", desk.text("read_only"));
        assertEquals("true", container.text("securityContext", "readOnlyRootFilesystem"));
        assertEquals(
                List.of(folder),
                desk.each("tmpfs").stream()
                        .map(mount -> mount.toString().replaceFirst(":.*", ""))
                        .toList());
        assertEquals(
                List.of(folder),
                container.each("volumeMounts").stream()
                        .map(mount -> mount.text("mountPath"))
                        .toList());
    }

    @Test
    void isGivenTheSameTimeToStop() {
        assertEquals(desk.text("stop_grace_period"), pod.text("terminationGracePeriodSeconds") + "s");
    }

    @Test
    void meetsItsDatabase() {
        var database = compose.at("database").values("environment");
        var own = desk.values("environment");
        assertEquals("jdbc:postgresql://database/" + database.get("POSTGRES_DB"), own.get("DATABASE_URL"));
        assertEquals(database.get("POSTGRES_USER"), own.get("DATABASE_USER"));
        assertEquals(database.get("POSTGRES_PASSWORD"), own.get("DATABASE_PASSWORD"));
    }

    @Test
    void knowsTheOtherNode() {
        var service = nodes.text("serviceName");
        var grid = container.text("ports", 1, "containerPort");
        var members = Stream.of(0, 1)
                .map(node -> "answerline-" + node + "." + service + ":" + grid)
                .collect(Collectors.joining(","));
        assertEquals("2", nodes.text("replicas"));
        assertEquals("[--clustermode, tcpip:" + members + ", --startport, " + grid + "]", container.text("args"));
    }

    /** What the script makes of no option at all is what StartScriptTest sees: a node alone. */
    @Test
    void aNodeAloneNeedsNoOption() {
        assertFalse(image.contains("\nCMD "), image);
        assertFalse(((java.util.Map<?, ?>) desk.content()).containsKey("command"), desk.toString());
    }

    private Tree kind(String kind) {
        return cluster.stream()
                .filter(document -> document.text("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> givenByCompose() {
        var given = new TreeSet<>(desk.values("environment").keySet());
        given.addAll(found(GIVEN, desk.toString()));
        return given;
    }

    private Set<String> givenByKubernetes() {
        var given = new TreeSet<>(kind("Secret").values("stringData").keySet());
        given.addAll(kind("ConfigMap").values("data").keySet());
        return given;
    }

    /** The settings of a table whose default begins so; SettingsAreDocumentedTest keeps the tables to what the code reads. */
    private static Set<String> settings(String document, String beginning) {
        var rows = ROW.matcher(document)
                .results()
                .filter(row -> row.group(2).strip().startsWith(beginning))
                .map(row -> row.group(1))
                .collect(Collectors.joining("\n"));
        var names = found(SETTING, rows);
        assertFalse(names.isEmpty());
        return names;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(result.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String only(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), "There is no " + pattern);
        return found.group(1);
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
