package org.answerline.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** W7: thousands of open event streams, and one answer to each of some hundred of them; then as many with tokens in place of cookies. */
final class OpenPages {

    private static final int STREAMS_A_PERSON = 8;
    private static final int ANSWERED_STREAMS = 500;
    private static final long FIRST_NOTICE = 900_000_000;
    private static final int MESSAGES = 20;

    /** The desk writes to each page every 20 seconds; the first write to one that has gone may still succeed. */
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(60);

    private final Rig rig;
    private final Results results;

    OpenPages(Rig rig, Results results) {
        this.rig = rig;
        this.results = results;
    }

    void measure() {
        int people = (rig.options().streams() + STREAMS_A_PERSON - 1) / STREAMS_A_PERSON;
        int answered = Math.min(people, (ANSWERED_STREAMS + STREAMS_A_PERSON - 1) / STREAMS_A_PERSON);
        var readers = new Readers(rig);
        var cookies = readers.signedIn("page", people, MESSAGES);
        readers.noticesOfNewest(people, FIRST_NOTICE);
        open("", cookies.stream().map(cookie -> "Cookie: " + cookie).toList(), streams -> answer(streams, answered));
        Pauses.of(UNTIL_CLOSED);
        var tokens = IntStream.range(0, people)
                .mapToObj(i -> "Authorization: Bearer " + token("page-" + i))
                .toList();
        open(" with a token", tokens, streams -> {});
    }

    /** Opens all streams, judges what they cost, and does something with them. */
    private void open(String kind, List<String> sessions, Consumer<Child> then) {
        long pid = rig.desk().pid();
        long heap = Machine.liveHeap(pid);
        long threads = ProcessFigures.threads(pid);
        try (var streams = start(sessions)) {
            int open = Integer.parseInt(streams.await("OPEN"));
            var kilobytes = (Machine.liveHeap(pid) - heap) / (double) open;
            results.add("W7", "open streams" + kind, open, "");
            results.judge(
                    "W7", "≤ 40 KB of heap a stream" + kind, Sample.number(kilobytes, 1) + " KB", kilobytes <= 40);
            long more = ProcessFigures.threads(pid) - threads;
            results.judge("W7", "no thread a stream" + kind, more + " more for " + open, more < open / 50);
            then.accept(streams);
        }
    }

    /** Valid for an hour, as long as a token may be. */
    private static String token(String user) {
        var claims = new JwtClaims();
        claims.setSubject(user);
        claims.setAudience("answerline");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(59);
        var token = new JsonWebSignature();
        token.setKey(new HmacKey(Rig.IDENTITY_SECRET.getBytes(StandardCharsets.US_ASCII)));
        token.setAlgorithmHeaderValue("HS256");
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Child start(List<String> sessions) {
        var options = rig.options();
        var child = Child.start(
                StreamsProcess.class,
                options.folder().resolve("streams.log"),
                "512m",
                List.of(Integer.toString(rig.desk().port()), Integer.toString(STREAMS_A_PERSON)));
        sessions.forEach(child::say);
        child.say("");
        return child;
    }

    private void answer(Child streams, int people) {
        var operator = Traffic.operator(rig, FIRST_NOTICE, people);
        new OneByOne(new LoadPlan(
                        operator.kind(),
                        rig.desk().port(),
                        Duration.ZERO,
                        1,
                        0,
                        rig.numbers().stretch(),
                        operator.material()))
                .send(people);
        Pauses.of(Duration.ofSeconds(5));
        streams.say("report");
        var words = streams.await("REPORT").split(" ");
        results.add("W7", "events of the answers that arrived", Double.parseDouble(words[0]), "");
        results.add("W7", "streams that broke off", Double.parseDouble(words[4]), "");
        results.add("W7", "p50 from answer to event", Double.parseDouble(words[1]), "ms");
        double slow = Double.parseDouble(words[2]);
        results.judge("W7", "p99 from answer to event ≤ 1 s", Sample.number(slow, 0) + " ms", slow <= 1_000);
        new Backlog(rig.desk().database()).drain();
    }
}
