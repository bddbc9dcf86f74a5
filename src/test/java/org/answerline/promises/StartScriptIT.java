package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation that the build makes, started as the documents say, logs nothing alarming from its start to its stop. */
@Tag("main-loop")
@Tag("payara-only")
class StartScriptIT {
    private static final String SUPPORT = "/support/";
    private static final List<String> PAGES = List.of(
            SUPPORT,
            "/account/",
            "/account/telegram/",
            "/account/password/",
            "/account/data/",
            "/account/sign-out/",
            "/api/feedback/threads/",
            "/api/openapi.json",
            "/widget/",
            "/health/ready");

    /** The state of a socket that listens, in the kernel's table. */
    private static final String LISTENS = "0A";

    /** Where installing.md puts the program. */
    private static final String PLACE = "/opt/answerline/";

    private static final Pattern PROGRAM = Pattern.compile(PLACE + "([\\w./-]+)");

    @TempDir
    Path folder;

    @Test
    void theInstallationStartsADeskWithoutASingleException() throws IOException {
        var installation = Installation.unpack(folder);
        assertHasWhatIsNamed(installation.home());
        var desk = Desk.own(setup -> setup.server(server -> server.installedAs(installation)));
        var server = desk.server();
        try (desk) {
            assertEquals(Set.of(desk.url().getPort()), listening(server.pid()), "only the site's port is open");
            var ann = desk.signUp("Ann Script");
            PAGES.forEach(page -> ann.get(page).expect(200));
            PAGES.forEach(page -> assertTrue(desk.visitor().get(page).status() < 500, page));
            desk.visitor().get("/nothing").expect(404);
            var question = Customer.words("Asked of a desk that the script started");
            ann.submit(SUPPORT, Map.of("subject", "", "message", question)).expect(303);
            var operator = new Operator(desk);
            operator.reply(operator.sees(question), "Answered by the same desk");
            Await.until("the answer", () -> ann.get(SUPPORT).body().contains("Answered by the same desk"));
        }
        assertCalm(server.log());
    }

    /** All files of the program that the instructions and the unit of systemd name are there; the unit starts our script. */
    private static void assertHasWhatIsNamed(Path home) throws IOException {
        var unit = Files.readString(home.resolve("server-config/systemd/answerline.service"));
        assertTrue(unit.contains("ExecStart=" + PLACE + "server-config/payara/run\n"), unit);
        var instructions = Files.readString(home.resolve("docs/installing.md"));
        var named = PROGRAM.matcher(unit + instructions)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.contains("command-line/answerline-cli.jar"), named.toString());
        named.removeIf(file -> Files.exists(home.resolve(file)));
        assertEquals(Set.of(), named);
    }

    private static void assertCalm(String log) {
        var alarming = log.lines()
                .filter(line -> line.contains("Exception") || line.contains(" SEVERE ") || line.startsWith("\tat "))
                .collect(Collectors.joining("\n"));
        assertEquals("", alarming);
    }

    /** The TCP ports on which this process listens. */
    private static Set<Integer> listening(long pid) {
        var process = Path.of("/proc", Long.toString(pid));
        var sockets = sockets(process.resolve("fd"));
        var ports = new TreeSet<Integer>();
        for (var table : List.of("tcp", "tcp6")) {
            rows(process.resolve("net").resolve(table))
                    .map(row -> row.strip().split("\\s+"))
                    .filter(row -> row.length > 9 && row[3].equals(LISTENS) && sockets.contains(row[9]))
                    .forEach(row -> ports.add(Integer.parseInt(row[1].replaceFirst(".*:", ""), 16)));
        }
        return ports;
    }

    /** The inodes of the sockets that a process has open. */
    private static Set<String> sockets(Path descriptors) {
        try (var all = Files.list(descriptors)) {
            return all.map(StartScriptIT::target)
                    .filter(target -> target.startsWith("socket:"))
                    .map(target -> target.replaceAll("socket:\\[|]", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> rows(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
