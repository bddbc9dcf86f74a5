package org.answerline.conversation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.attachment.SendAs;
import org.answerline.attachment.TelegramFile;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.conversation.reply.OperatorReplies;
import org.answerline.platform.observability.Traces;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.text.FormattedText;

/** The desk on a real database, without a server: each call is a transaction of its own. */
public final class ConversationFixture implements AutoCloseable {

    public static final long OPERATORS = -500;
    public static final long CHAT = 7;
    public static final long BOT = 42;
    public static final OperatorIdentity OPERATOR =
            new OperatorIdentity(900, Optional.of("Olga"), Optional.of("Olga Petrova"));

    public final MovableClock clock = new MovableClock();
    public final Beans beans;
    public final SupportDesk desk;
    public final ConversationReader conversations;
    private long nextMessageId = 1_000;
    private int nextFile = 1;

    /**
     * With the usual settings and these.
     *
     * @param settings names and values in turn
     */
    public ConversationFixture(String... settings) {
        SharedDatabase.clean();
        beans = new Beans()
                .with(Clock.class, clock)
                .with(Traces.class, new Traces())
                .with(BotApi.class, null)
                .setting("TELEGRAM_SUPPORT_BOT_TOKEN", BOT + ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .setting("TELEGRAM_ADMIN_CHAT_ID", "" + OPERATORS)
                .setting("SUPPORT_LANGUAGE", "en");
        for (int i = 0; i < settings.length; i += 2) {
            beans.setting(settings[i], settings[i + 1]);
        }
        beans.get(OperatorChat.class);
        desk = beans.get(SupportDesk.class);
        conversations = beans.get(ConversationReader.class);
        beans.get(DeliveryEventObserver.class);
    }

    public long user(String name) {
        return (Long) SharedDatabase.sql(
                        "insert into users (email, full_name, email_confirmed_at, created_at) values (?, ?, now(), now()) returning id",
                        name + "@example.org",
                        name)
                .get(0)
                .get("id");
    }

    /** Links a chat to a user. */
    public void link(long user, long chat) {
        SharedDatabase.sql(
                "insert into user_telegram_links (user_id, telegram_chat_id, linked_at, writable_since) values (?, ?, ?, ?)"
                        + " on conflict (user_id) do update set telegram_chat_id = excluded.telegram_chat_id,"
                        + " linked_at = excluded.linked_at, writable_since = excluded.writable_since, blocked_at = null",
                user,
                chat,
                now(),
                now());
    }

    public void block(long user) {
        SharedDatabase.sql("update user_telegram_links set blocked_at = ? where user_id = ?", now(), user);
    }

    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public SupportMessage ask(long user, String text) {
        return beans.returned(() -> desk.ask(user, NewQuestion.typed("", text)));
    }

    /** What the operator answers to a question by a Reply with its number. */
    public AnswerOutcome answer(SupportMessage question, String text) {
        return answer(question, text, Optional.empty());
    }

    public AnswerOutcome answer(SupportMessage question, String text, Optional<IncomingFile> file) {
        return beans.returned(() -> beans.get(OperatorReplies.class)
                        .answer(FormattedText.plain("#" + question.number() + " " + text), origin(), file, OPERATOR))
                .orElseThrow();
    }

    public TelegramMessageRef origin() {
        return new TelegramMessageRef(OPERATORS, nextMessageId++);
    }

    /** The id of a file of a message as if it had been sent from the site. */
    public String file(SupportMessage message, String sendAs, String name, long size) {
        var id = "%032x".formatted(nextFile++);
        SharedDatabase.sql(
                "insert into attachments (id, user_id, support_message_id, place, name, type, kind, form, size, digest, state,"
                        + " created_at) values (?, ?, ?, ?, ?, 'image/png', 'PICTURE', ?, ?, 'd', 'READY', now())",
                id,
                message.userId(),
                message.id(),
                nextFile,
                name,
                sendAs,
                size);
        return id;
    }

    public static IncomingFile photo(String album) {
        return new IncomingFile(
                TelegramFile.of("file-" + album, Optional.of("U" + album), SendAs.PHOTO, "", 1_000),
                Optional.ofNullable(album));
    }

    /** What waits in the outbox, in its order: chat, kind and text. */
    public List<Map<String, Object>> outbox() {
        return SharedDatabase.sql(
                "select chat_id, purpose, text, files from deliveries where state = 'WAITING' order by id");
    }

    public List<Object> outboxTexts(long chat) {
        return SharedDatabase.sql(
                        "select text from deliveries where state = 'WAITING' and chat_id = ? order by id", chat)
                .stream()
                .map(row -> row.get("text"))
                .toList();
    }

    public String delivery(SupportMessage message) {
        return row(message).get("delivery").toString();
    }

    public Map<String, Object> row(SupportMessage message) {
        return SharedDatabase.sql("select * from support_messages where id = ?", message.id())
                .get(0);
    }

    void sent() {
        SharedDatabase.sql(
                "update deliveries set state = 'SENT', attempts = 1, finished_at = now() where state = 'WAITING'");
    }

    @Override
    public void close() {
        beans.close();
    }
}
