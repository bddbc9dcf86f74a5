package org.answerline.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerline.delivery.message.OperatorChatIdentity;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.delivery.schedule.ChatScan;
import org.answerline.delivery.send.NoticeBatchHeader;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.delivery.topic.TopicName;
import org.answerline.platform.observability.Traces;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.telegram.text.TelegramText;

/** An outbox on a real database, without a server: each call is a transaction of its own. */
final class OutboxFixture implements AutoCloseable {

    static final long OPERATORS = -500;
    /** A group that is a forum when a test says so. */
    static final long FORUM = -1_000_000_000_500L;

    static final String WORKER = "worker-1";

    final MovableClock clock = new MovableClock();
    final Beans beans;

    OutboxFixture() {
        this(30);
    }

    /** With this rate limit over all chats, in messages a second; 0 for none. */
    OutboxFixture(int totalPerSecond) {
        SharedDatabase.clean();
        beans = beans(totalPerSecond);
    }

    /** The desk's own texts in a message of several notices. */
    static final class JoinedTexts implements NoticeBatchHeader {
        @Override
        public TelegramText of(int together, long waiting) {
            return TelegramText.plain(together + " of " + (together + waiting));
        }

        @Override
        public TelegramText erased(long supportMessageId) {
            return TelegramText.plain("erased " + supportMessageId);
        }
    }

    /** The beans of another node on the same outbox. */
    Beans otherNode() {
        return beans(0);
    }

    private Beans beans(int totalPerSecond) {
        return new Beans()
                .with(Clock.class, clock)
                .with(Traces.class, new Traces())
                .with(OperatorChatIdentity.class, chat -> chat == OPERATORS || chat == FORUM)
                .with(NoticeBatchHeader.class, new JoinedTexts())
                .with(TopicName.class, user -> Optional.of("Topic " + user))
                .setting("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .setting("TELEGRAM_PACE_TOTAL", "" + totalPerSecond);
    }

    /** A user, who owns messages. */
    long user(String name) {
        return id(
                "insert into users (email, full_name, created_at) values (?, 'N', now()) returning id",
                name + "@example.org");
    }

    /** A message of a user's conversation that waits to be delivered. */
    long message(long user) {
        return id(
                "insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)"
                        + " values (?, 't', false, 'SITE', now(), 'WAITING') returning id",
                user);
    }

    /** A file of a message, sent from the site. */
    String file(long message, int number, String form) {
        var name = "%032x".formatted(message * 100 + number);
        SharedDatabase.sql(
                "insert into attachments (id, user_id, support_message_id, place, name, type, kind, form, size, digest, state,"
                        + " created_at) select ?, user_id, id, ?, 'n', 'image/png', 'PICTURE', ?, 1, 'd', 'READY', now()"
                        + " from support_messages where id = ?",
                name,
                number,
                form,
                message);
        return name;
    }

    /** Puts a message into the outbox; returns the ids of its deliveries. */
    List<Long> put(OutboxMessage message) {
        long before = number("select coalesce(max(id), 0) from deliveries");
        beans.inTransaction(() -> beans.get(Outbox.class).put(message));
        return SharedDatabase.sql("select id from deliveries where id > ? order by id", before).stream()
                .map(row -> (Long) row.get("id"))
                .toList();
    }

    /** Puts a notice of a question of this user into the operators' chat; returns its delivery. */
    long notice(long user, String text) {
        return put(OutboxMessage.notice(OPERATORS, message(user), parts(text), Duration.ZERO))
                .get(0);
    }

    /** Puts a text of ours into the outbox; returns its delivery. */
    long word(long chat, String text) {
        return put(OutboxMessage.word(chat, text)).get(0);
    }

    static List<OutboxPart> parts(String... texts) {
        List<OutboxPart> parts = new ArrayList<>();
        for (var text : texts) {
            parts.add(OutboxPart.of(TelegramText.plain(text)));
        }
        return parts;
    }

    OutboxStore.Claim claim(String worker, int most) {
        return claim(worker, Set.of(), most);
    }

    /** Claims after a search of the outbox; the worker has these chats already. */
    OutboxStore.Claim claim(String worker, Set<Long> claimed, int most) {
        var store = beans.get(OutboxStore.class);
        return beans.returned(() -> {
            store.search(scan());
            return store.claim(worker, claimed, most);
        });
    }

    static ChatScan scan() {
        return new ChatScan(OutboxStore.LONGEST_SLEEP, System::nanoTime);
    }

    List<SendBatch> claim() {
        return claim(WORKER, 32).batches();
    }

    /** The ids of the deliveries that are claimed now. */
    List<Long> claimedIds() {
        return claim().stream().flatMap(batch -> batch.ids().stream()).sorted().toList();
    }

    /** The only batch that can be claimed now. */
    SendBatch claimOne() {
        var batches = claim();
        if (batches.size() != 1) {
            throw new AssertionError("not one batch but " + batches);
        }
        return batches.get(0);
    }

    void record(SendBatch batch, SendResult result) {
        record(batch, result, WORKER);
    }

    void record(SendBatch batch, SendResult result, String worker) {
        beans.inTransaction(() -> beans.get(OutboxStore.class).record(batch, result, worker, false));
    }

    /** Claims the only batch and records this result of it, as often as said; waits between are over at once. */
    void fail(SendResult result, int times) {
        for (int i = 0; i < times; i++) {
            passWaits();
            record(claimOne(), result);
        }
    }

    /** All waits of all queues are over. */
    void passWaits() {
        SharedDatabase.sql("update delivery_lanes set due_at = now()");
        SharedDatabase.sql("update delivery_pace set recent = default");
    }

    Map<String, Object> delivery(long id) {
        return SharedDatabase.sql("select * from deliveries where id = ?", id).get(0);
    }

    String state(long delivery) {
        return delivery(delivery).get("state").toString();
    }

    Map<String, Object> queue(long chat) {
        return SharedDatabase.sql(
                        "select *, extract(epoch from due_at - now())::float8 as wait from delivery_lanes where chat_id = ?",
                        chat)
                .get(0);
    }

    /** How long until the queue of this chat is due, in seconds. */
    double secondsUntilDue(long chat) {
        return (Double) queue(chat).get("wait");
    }

    int failures(long chat) {
        return (Integer) queue(chat).get("failures");
    }

    List<Map<String, Object>> alarms() {
        return SharedDatabase.sql("select chat_id, reason from delivery_alarms order by chat_id");
    }

    long number(String sql, Object... values) {
        return ((Number) SharedDatabase.sql(sql, values)
                        .get(0)
                        .values()
                        .iterator()
                        .next())
                .longValue();
    }

    private long id(String sql, Object... values) {
        return number(sql, values);
    }

    @Override
    public void close() {
        beans.close();
    }
}
