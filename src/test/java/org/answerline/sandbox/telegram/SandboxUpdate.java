package org.answerline.sandbox.telegram;

import java.time.Instant;

/** An update on its way to the webhook, or delivered; keeps count of the attempts. */
public final class SandboxUpdate {
    private final long id;
    private final String kind;
    private final String json;
    private final Instant created = Instant.now();
    private int attempts;
    private int lastStatus;

    SandboxUpdate(long id, String kind, String json) {
        this.id = id;
        this.kind = kind;
        this.json = json;
    }

    /** The update_id. */
    public long id() {
        return id;
    }

    /** The name of its one field: message, callback_query, my_chat_member and so on. */
    public String kind() {
        return kind;
    }

    /** The body as it is sent, in pure ASCII. */
    public String json() {
        return json;
    }

    /** How many times it has been sent, answered or not. */
    public synchronized int attempts() {
        return attempts;
    }

    /** The HTTP status of the last attempt, 0 if there was no answer. */
    public synchronized int lastStatus() {
        return lastStatus;
    }

    synchronized void attempted(int status) {
        attempts++;
        lastStatus = status;
    }

    Instant created() {
        return created;
    }

    @Override
    public String toString() {
        return kind + " " + id + ", attempts " + attempts() + ", last status " + lastStatus();
    }
}
