package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SQL of each table stands in one package, and only tables with an entity are read and written through an EntityManager. */
class TableHomesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CODE = Path.of("src/main/java/org/answerline");

    /** The package of each table, below org.answerline. */
    private static final Map<String, String> HOMES = Map.ofEntries(
            Map.entry("users", "account.user"),
            Map.entry("external_identities", "account"),
            Map.entry("used_identity_tokens", "account.identity"),
            Map.entry("sign_in_failures", "account"),
            Map.entry("guest_accounts", "account.guest"),
            Map.entry("guest_keys", "account.guest"),
            Map.entry("used_challenges", "account.guest"),
            Map.entry("account_letters", "account.mail"),
            Map.entry("account_mail_tokens", "account.mail"),
            Map.entry("user_telegram_links", "linking"),
            Map.entry("support_messages", "conversation.message"),
            Map.entry("operator_notices", "conversation.message"),
            Map.entry("message_versions", "conversation.message"),
            Map.entry("forgotten_messages", "conversation.message"),
            Map.entry("album_captions", "conversation.message"),
            Map.entry("refused_albums", "conversation.correction"),
            Map.entry("conversations", "conversation.team"),
            Map.entry("conversation_notes", "conversation.team"),
            Map.entry("canned_replies", "conversation.canned"),
            Map.entry("answer_mails", "conversation.mail"),
            Map.entry("answer_mail_tokens", "conversation.mail"),
            Map.entry("after_hours_messages", "conversation.hours"),
            Map.entry("conversation_reminders", "conversation.reminder"),
            Map.entry("conversation_ratings", "conversation.rating"),
            Map.entry("submissions", "conversation"),
            Map.entry("given_hints", "conversation.hint"),
            Map.entry("question_drafts", "conversation.draft"),
            Map.entry("attachments", "attachment"),
            Map.entry("attachment_pieces", "attachment.storage"),
            Map.entry("deliveries", "delivery"),
            Map.entry("delivery_lanes", "delivery"),
            Map.entry("delivery_pace", "delivery"),
            Map.entry("operator_topics", "delivery.topic"),
            Map.entry("former_topics", "delivery.topic"),
            Map.entry("delivery_alarms", "delivery.alarm"),
            Map.entry("seen_updates", "webhook"),
            Map.entry("rejected_updates", "webhook"),
            Map.entry("remembered_facts", "platform.database"),
            Map.entry("alarm_letters", "operations.alarms"));

    /** Statements that need a table of another package, with the reason; class and table. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry(
                    "delivery.QueueStatements delivery_alarms",
                    "whether there is an alarm to lift is asked with the end of a delivery, in one round trip"),
            Map.entry(
                    "conversation.message.MessageRows deliveries",
                    "retention decides in the statement that deletes: a message of which a part waits in the outbox is kept"),
            Map.entry(
                    "conversation.message.HeldMessages user_telegram_links",
                    "the sweep of held answers finds the few due ones among all by an index"),
            Map.entry(
                    "conversation.message.OperatorNotices users",
                    "a reply reads the author of its question ahead in one round trip"),
            Map.entry(
                    "conversation.message.OperatorNotices user_telegram_links",
                    "a reply reads the link of the author ahead in one round trip"),
            Map.entry("linking.UserTelegramLinks users", "an update reads the account with its link in one round trip"),
            Map.entry(
                    "conversation.message.OperatorNotices conversations",
                    "a reply reads who has the conversation ahead in one round trip"),
            Map.entry(
                    "attachment.AttachmentRows question_drafts",
                    "the clean-up keeps the files of a question that waits for a confirmation, in the statement that deletes"),
            Map.entry("conversation.team.Conversations support_messages", "whose turn it is follows from the messages"),
            Map.entry("conversation.team.Conversations users", "the list of open conversations names their users"),
            Map.entry(
                    "delivery.UnrecordedDeliveries support_messages",
                    "records what the code of the entities has failed to record, so that it may use none of it"),
            Map.entry(
                    "conversation.mail.AnswerMailRows support_messages",
                    "which answers nobody has seen follows from the messages"),
            Map.entry("conversation.mail.AnswerMailRows users", "only users with a confirmed address are looked for"),
            Map.entry(
                    "conversation.reminder.ReminderRows support_messages",
                    "finds the waits that are long enough and records them in one statement"),
            Map.entry(
                    "conversation.reminder.ReminderRows conversations",
                    "a conversation that was closed waits for nothing"));

    private static final Pattern CREATED = Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"");
    private static final Pattern ENTITY = Pattern.compile("@Table\\(name = \"(\\w+)\"\\)\\s+(?:public )?class (\\w+)");
    private static final Pattern JDBC = Pattern.compile("\\bdatabase\\s*\\.(?:update|list|first|number)\\(");
    private static final String SQL = "\\b(?:from|join|into|update|references|table)\\s+%1$s\\b|(?<![.\\w])%1$s\\.\\w";

    private final Map<String, String> code = code();
    private final Map<String, String> entities = entities();
    private final Map<String, Pattern> patterns = patterns();
    private final Map<String, List<String>> literals = new HashMap<>();

    @Test
    void everyTableHasAHome() throws IOException {
        assertEquals(tables(), new TreeSet<>(HOMES.keySet()));
        HOMES.values().forEach(home -> assertFalse(classesOf(home).isEmpty(), home));
    }

    @Test
    void theSqlOfATableStandsInItsHome() {
        assertEquals(List.of(), namings().filter(naming -> !isAllowed(naming)).toList());
    }

    @Test
    void noExceptionIsLeftThatNothingNeeds() {
        assertEquals(
                new TreeSet<>(EXCEPTIONS.keySet()),
                namings()
                        .filter(naming -> !isAtHome(naming))
                        .map(Naming::toString)
                        .filter(EXCEPTIONS::containsKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Otherwise the EntityManager writes what it holds back at a time that the statement does not choose. */
    @Test
    void tablesWithoutAnEntityLeaveTheEntityManager() {
        var found = new TreeSet<String>();
        code.forEach((type, source) -> {
            if (source.contains("EntityManager")) {
                HOMES.keySet().stream()
                        .filter(table -> !entities.containsKey(table))
                        .filter(table -> !isPlainJdbc(source, table))
                        .forEach(table -> found.add(type + " " + table));
            }
        });
        assertEquals(Set.of(), found);
    }

    private record Naming(String type, String table) {
        @Override
        public String toString() {
            return type + " " + table;
        }
    }

    private Stream<Naming> namings() {
        return code.entrySet().stream().flatMap(source -> HOMES.keySet().stream()
                .filter(table -> names(source.getValue(), table))
                .map(table -> new Naming(source.getKey(), table)));
    }

    private boolean isAllowed(Naming naming) {
        return isAtHome(naming) || EXCEPTIONS.containsKey(naming.toString());
    }

    /** The SQL stands in the home itself; the entity may stand in a package below it. */
    private boolean isAtHome(Naming naming) {
        String home = HOMES.get(naming.table());
        String found = packageOf(naming.type());
        return found.equals(home)
                || found.startsWith(home + ".") && naming.type().endsWith("." + entities.get(naming.table()));
    }

    /** Whether SQL in one of the literals of this source names a table, or JPQL its entity. */
    private boolean names(String source, String table) {
        var pattern = patterns.get(table);
        return literals.computeIfAbsent(source, TableHomesTest::literals).stream()
                        .anyMatch(literal -> pattern.matcher(literal).find())
                || source.contains("@Table(name = \"" + table + "\")");
    }

    /** Whether a JdbcClient runs every statement of this source that names a table. */
    private boolean isPlainJdbc(String source, String table) {
        return Stream.of(source.split(";"))
                .filter(statement -> names(statement, table))
                .allMatch(statement -> JDBC.matcher(statement).find());
    }

    private static List<String> literals(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .toList();
    }

    /** What names a table in SQL, or its entity in JPQL, by the table's name. */
    private Map<String, Pattern> patterns() {
        return HOMES.keySet().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> Pattern.compile(Stream.of(table, entities.getOrDefault(table, table))
                                .map(SQL::formatted)
                                .collect(Collectors.joining("|")))));
    }

    private Set<String> classesOf(String home) {
        return code.keySet().stream()
                .filter(type -> packageOf(type).equals(home))
                .collect(Collectors.toSet());
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static Set<String> tables() throws IOException {
        try (Stream<Path> scripts = Files.list(MIGRATIONS)) {
            return scripts.map(TableHomesTest::content)
                    .flatMap(script -> CREATED.matcher(script).results())
                    .map(created -> created.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The names of the entities by their tables. */
    private Map<String, String> entities() {
        return code.values().stream()
                .map(ENTITY::matcher)
                .filter(Matcher::find)
                .collect(Collectors.toMap(entity -> entity.group(1), entity -> entity.group(2)));
    }

    /** The sources by package and class. */
    private static Map<String, String> code() {
        try (Stream<Path> files = Files.walk(CODE)) {
            var sources = new LinkedHashMap<String, String>();
            files.filter(file -> file.toString().endsWith(".java")
                            && !file.getFileName().toString().equals("package-info.java"))
                    .sorted()
                    .forEach(file -> sources.put(
                            CODE.relativize(file)
                                    .toString()
                                    .replace(".java", "")
                                    .replace('/', '.'),
                            content(file)));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
