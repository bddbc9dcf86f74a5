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
    private final AtomicLong sharedCounter = new AtomicLong();
    private final AtomicLong nextPerson = new AtomicLong(7000);
    private final boolean everyChatCountsFromOne;
    private final Consumer<SandboxMessage> watcher;

    Chats(boolean everyChatCountsFromOne, Consumer<SandboxMessage> watcher) {
        this.everyChatCountsFromOne = everyChatCountsFromOne;
        this.watcher = watcher;
    }

    /** Makes a person with a private chat that the bot has not seen yet, or returns the one already there. */
    Person person(Person person) {
        Person known = persons.putIfAbsent(person.id(), person);
        if (known != null) {
            return known;
        }
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

    private Chat chat(ChatKind kind, JsonObject json, Access access) {
        boolean own = everyChatCountsFromOne || kind == ChatKind.SUPERGROUP;
        return new Chat(kind, json, access, own ? new AtomicLong() : sharedCounter, watcher);
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
        String name = parameters.text("chat_id");
        if (name.isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        Chat chat = find(parameters.number("chat_id")).orElseThrow(() -> Refusal.badRequest("chat not found"));
        Access.check(chat);
        return chat;
    }
}
