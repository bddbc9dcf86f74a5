package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The chats of a sandbox that goes on after a restart, in a folder: {@code chats.jsonl} has a line for each change, of which the last
 * one of each person, chat and message counts, and {@code files} the contents of what was sent.
 */
final class ChatArchive implements ChatWatcher {
    private final Path log;
    private final Path files;
    private boolean reading = true;

    private ChatArchive(Path folder) throws IOException {
        log = folder.resolve("chats.jsonl");
        files = Files.createDirectories(folder.resolve("files"));
    }

    /** Opens the folder, which is made if it is missing; nothing is kept before {@link #restore}. */
    static ChatArchive in(Path folder) {
        try {
            return new ChatArchive(folder);
        } catch (IOException unable) {
            throw new UncheckedIOException("The chats cannot be kept in " + folder, unable);
        }
    }

    /** Puts everything that was kept into these chats, drops what is out of date from the folder, and keeps changes from now on. */
    void restore(Chats chats) {
        try {
            Map<String, JsonObject> newest = newest();
            newest.values().forEach(line -> restore(chats, line));
            Path fresh = log.resolveSibling("chats.jsonl.new");
            Files.write(fresh, newest.values().stream().map(AsciiJson::write).toList());
            Files.move(fresh, log, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unable) {
            throw new UncheckedIOException("The chats cannot be read from " + log, unable);
        }
        synchronized (this) {
            reading = false;
        }
    }

    /** The last line of each thing; a line that a kill cut off is no line. */
    private Map<String, JsonObject> newest() throws IOException {
        Map<String, JsonObject> newest = new LinkedHashMap<>();
        if (Files.exists(log)) {
            try (Stream<String> lines = Files.lines(log)) {
                lines.map(AsciiJson::readObject)
                        .flatMap(Optional::stream)
                        .forEach(line -> newest.put(line.getString("key"), line));
            }
        }
        return newest;
    }

    private void restore(Chats chats, JsonObject line) {
        switch (line.getString("kind")) {
            case "person" -> chats.person(person(line));
            case "access" ->
                chats.restored(line.getJsonObject("chat")).access(Access.valueOf(line.getString("access")));
            case "file" -> restoreFile(line);
            default -> {
                JsonObject message = line.getJsonObject("message");
                chats.restored(message.getJsonObject("chat"))
                        .restore(new SandboxMessage(
                                line.getJsonNumber("chat_id").longValue(),
                                line.getJsonNumber("id").longValue(),
                                line.getBoolean("from_bot"),
                                message,
                                line.getBoolean("deleted"),
                                line.getString("reaction")));
            }
        }
    }

    private void restoreFile(JsonObject line) {
        String id = line.getString("id");
        try {
            byte[] content = Files.readAllBytes(files.resolve(id));
            long size = line.getJsonNumber("size").longValue();
            StoredFile.restore(new StoredFile(id, line.getString("sort"), line.getString("name"), content, size));
        } catch (IOException gone) {
            // Somebody tidied up: the message stays, its file cannot be opened any more, as in a chat that is very old.
            System.getLogger("sandbox").log(System.Logger.Level.INFO, "The file {0} is gone", id);
        }
    }

    /** Keeps a person who is new here. */
    void met(Person person) {
        keep(
                "person",
                "person " + person.id(),
                Json.createObjectBuilder()
                        .add("id", person.id())
                        .add("first_name", person.firstName())
                        .add("last_name", person.lastName())
                        .add("username", person.username())
                        .add("language_code", person.languageCode()));
    }

    private static Person person(JsonObject line) {
        return new Person(
                line.getJsonNumber("id").longValue(),
                line.getString("first_name"),
                line.getString("last_name"),
                line.getString("username"),
                line.getString("language_code"));
    }

    @Override
    public void accessChanged(Chat chat, Access now) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("chat", chat.json()).add("access", now.name());
        keep("access", "chat " + chat.id(), json);
    }

    @Override
    public void changed(SandboxMessage message) {
        for (String id : fileIds(message.json())) {
            StoredFile.find(id).filter(file -> !Files.exists(files.resolve(id))).ifPresent(this::keep);
        }
        keep(
                "message",
                "message " + message.chatId() + " " + message.id(),
                Json.createObjectBuilder(PageJson.message(message)));
    }

    private void keep(StoredFile file) {
        try {
            Files.write(files.resolve(file.id()), file.content());
        } catch (IOException unable) {
            throw new UncheckedIOException("A file cannot be kept in " + files, unable);
        }
        keep(
                "file",
                "file " + file.id(),
                Json.createObjectBuilder()
                        .add("id", file.id())
                        .add("sort", file.sort())
                        .add("name", file.name())
                        .add("size", file.size()));
    }

    private synchronized void keep(String kind, String key, JsonObjectBuilder content) {
        if (reading) {
            return;
        }
        String line = AsciiJson.write(content.add("kind", kind).add("key", key).build()) + "\n";
        try {
            Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unable) {
            throw new UncheckedIOException("The chats cannot be kept in " + log, unable);
        }
    }

    private static TreeSet<String> fileIds(JsonValue value) {
        TreeSet<String> ids = new TreeSet<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, part) -> {
                if (name.equals("file_id")) {
                    ids.add(object.getString(name));
                } else {
                    ids.addAll(fileIds(part));
                }
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(part -> ids.addAll(fileIds(part)));
        }
        return ids;
    }
}
