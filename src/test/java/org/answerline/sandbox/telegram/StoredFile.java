package org.answerline.sandbox.telegram;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that Telegram keeps.
 *
 * @param id its file_id
 * @param sort photo, document, voice …: a file keeps for good what it was first sent as
 * @param size as it is told, which for a very large file of a test is more than its content
 */
record StoredFile(String id, String sort, String name, byte[] content, long size) {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<String, StoredFile> FILES = new ConcurrentHashMap<>();

    static StoredFile keep(String sort, String name, byte[] content, long size) {
        String id = "SANDBOX-" + sort + "-" + NUMBERS.incrementAndGet();
        StoredFile file = new StoredFile(id, sort, name, content, size);
        FILES.put(id, file);
        return file;
    }

    static StoredFile keep(String sort, String name, byte[] content) {
        return keep(sort, name, content, content.length);
    }

    /** Takes a file of an earlier sandbox back; later ones are numbered after it. */
    static void restore(StoredFile file) {
        FILES.put(file.id, file);
        long number = Long.parseLong(file.id.substring(file.id.lastIndexOf('-') + 1));
        NUMBERS.accumulateAndGet(number, Math::max);
    }

    static Optional<StoredFile> find(String id) {
        return Optional.ofNullable(FILES.get(id));
    }

    /** As getFile tells it. */
    String path() {
        return sort + "s/" + id;
    }
}
