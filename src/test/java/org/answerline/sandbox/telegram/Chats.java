package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** All chats and persons of this Telegram, by id, and the counters that number their messages. */
final class Chats {
    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final Map<Long, Person> persons = new ConcurrentHashMap<>();
    private final AtomicLong sharedCounter;
    private final AtomicLong nextPerson;
    private final boolean everyChatCountsFromOne;
    private final long lastNumber;
    private final ChatWatcher watcher;
    private final SandboxOptions options;
    private final Consumer<Person> newcomers;

    Chats(SandboxOptions options, ChatWatcher watcher, Consumer<Person> newcomers) {
        everyChatCountsFromOne = options.everyChatCountsFromOne;
        lastNumber = options.lastNumber;
        sharedCounter = new AtomicLong(lastNumber);
        nextPerson = new AtomicLong(Math.max(7000, lastNumber));
        this.watcher = watcher;
        this.options = options;
        this.newcomers = newcomers;
    }

    /** Makes a person with a private chat that the bot has not seen yet, or returns the one already there. */
    Person person(Person person) {
        Person known = persons.putIfAbsent(person.id(), person);
        if (known != null) {
            return known;
        }
        newcomers.accept(person);
        chats.put(person.id(), chat(ChatKind.PRIVATE, person.privateChat(), Access.UNKNOWN));
        return person;
    }

    long freePersonId() {
        long id = nextPerson.incrementAndGet();
        return persons.containsKey(id) ? freePersonId() : id;
    }

    Chat group(long id, ChatKind kind, String title) {
        JsonObject json = Json.createObjectBuilder()
                .add("id", id)
                .add("title", title)
                .add("type", kind.wireName())
                .build();
        return chats.computeIfAbsent(id, missing -> chat(kind, json, Access.OPEN));
    }

    /** The chat of an earlier sandbox that the Bot API describes so; a private one has its person already. */
    Chat restored(JsonObject json) {
        long id = json.getJsonNumber("id").longValue();
        ChatKind kind = ChatKind.of(json.getString("type"));
        return chats.computeIfAbsent(id, missing -> chat(kind, json, Access.OPEN));
    }

    private Chat chat(ChatKind kind, JsonObject json, Access access) {
        boolean own = everyChatCountsFromOne || kind == ChatKind.SUPERGROUP;
        AtomicLong counter = own ? new AtomicLong(lastNumber) : sharedCounter;
        return new Chat(kind, json, access, counter, lastNumber, watcher, this::usualRights);
    }

    /** Telegram shows everything to a bot that is an administrator, so privacy mode off stands for one. */
    private BotRights usualRights() {
        return options.privacyMode ? BotRights.MEMBER : BotRights.BARE_ADMINISTRATOR;
    }

    Optional<Chat> find(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    Chat get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No chat " + id + " in this sandbox"));
    }

    Optional<Person> findPerson(long id) {
        return Optional.ofNullable(persons.get(id));
    }

    Collection<Chat> all() {
        return chats.values();
    }

    /** The chat a call names, after the checks that every writing method makes first. */
    Chat named(Parameters parameters) throws Refusal {
        return named(parameters, "chat_id");
    }

    /** The same for the chat that another parameter names. */
    Chat named(Parameters parameters, String parameter) throws Refusal {
        if (parameters.text(parameter).isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        long id = parameters.number(parameter);
        Chat chat = find(id).or(() -> metBefore(id)).orElseThrow(() -> Refusal.badRequest("chat not found"));
        Access.check(chat);
        return chat;
    }

    /** The private chat of somebody whom an earlier sandbox introduced to the bot. */
    private Optional<Chat> metBefore(long id) {
        if (lastNumber == 0 || id <= 0 || id > lastNumber) {
            return Optional.empty();
        }
        var person = new Person(id, "Person " + id, "", "", "");
        if (persons.putIfAbsent(id, person) == null) {
            newcomers.accept(person);
        }
        Chat chat = chats.computeIfAbsent(id, missing -> chat(ChatKind.PRIVATE, person.privateChat(), Access.UNKNOWN));
        chat.access(Access.OPEN);
        return Optional.of(chat);
    }
}
