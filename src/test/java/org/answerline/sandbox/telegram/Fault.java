package org.answerline.sandbox.telegram;

import java.time.Duration;

/**
 * Something that goes wrong with a Bot API call.
 *
 * @param kind what happens to the answer
 * @param afterEffect whether the call is carried out before the answer goes wrong
 * @param method the method it strikes, in any case; empty for all
 * @param chatId the chat it strikes; null for all
 * @param times how many calls it strikes; 0 for all until cleared
 * @param status the HTTP status of a server error
 * @param length the wait named by a 429, or the delay of a slow answer or refusal
 * @param words the description of a refusal
 */
public record Fault(
        Kind kind,
        boolean afterEffect,
        String method,
        Long chatId,
        int times,
        int status,
        Duration length,
        String words) {

    /** What happens to the answer. */
    public enum Kind {
        /** 429 with retry_after. */
        TOO_MANY_REQUESTS,
        /** A refusal in Telegram's JSON. */
        REFUSED,
        /** 5xx with Telegram's JSON. */
        SERVER_ERROR,
        /** 502 with an HTML page, from the proxy in front. */
        BAD_GATEWAY,
        /** The connection is closed without an answer. */
        DROPPED,
        /** The right answer comes late. */
        SLOW,
        /** 401, as if the token were revoked. */
        UNAUTHORIZED,
        /** No answer ever; the connection stays open until the faults are cleared. */
        HANGING,
        /** 200 with an empty body. */
        EMPTY_BODY,
        /** 200 with the first half of the JSON. */
        CUT_JSON,
        /** 200 with the headers and half of the body; the rest never comes, the connection stays open until the faults are cleared. */
        STALLED,
        /** 200 with an HTML page, from something in between that is not Telegram. */
        WEB_PAGE
    }

    private static Fault of(Kind kind, boolean afterEffect) {
        return new Fault(kind, afterEffect, "", null, 0, 500, Duration.ZERO, "");
    }

    /** 400 or 403 with this description; nothing is done. */
    public static Fault refused(int status, String description) {
        return new Fault(Kind.REFUSED, false, "", null, 0, status, Duration.ZERO, description);
    }

    /** The same fault after this delay. */
    public Fault after(Duration delay) {
        return lasting(delay);
    }

    /** 429 that asks to wait whole seconds; nothing is done. */
    public static Fault tooManyRequests(int retryAfterSeconds) {
        return of(Kind.TOO_MANY_REQUESTS, false).lasting(Duration.ofSeconds(retryAfterSeconds));
    }

    /** A 5xx in Telegram's JSON; nothing is done. */
    public static Fault serverError(int status) {
        return new Fault(Kind.SERVER_ERROR, false, "", null, 0, status, Duration.ZERO, "");
    }

    /** A 502 as an HTML page; nothing is done. */
    public static Fault badGateway() {
        return of(Kind.BAD_GATEWAY, false);
    }

    /** The connection closes without an answer and nothing is done. */
    public static Fault droppedBefore() {
        return of(Kind.DROPPED, false);
    }

    /** The call is carried out, then the connection closes without an answer. */
    public static Fault droppedAfter() {
        return of(Kind.DROPPED, true);
    }

    /** The call is carried out, and answered, only after this delay. */
    public static Fault slow(Duration delay) {
        return of(Kind.SLOW, false).lasting(delay);
    }

    /** The call is carried out at once and answered after this delay. */
    public static Fault slowAfter(Duration delay) {
        return of(Kind.SLOW, true).lasting(delay);
    }

    /** 401, as for a revoked token. */
    public static Fault unauthorized() {
        return of(Kind.UNAUTHORIZED, false);
    }

    /** Never an answer, and nothing is done. */
    public static Fault hanging() {
        return of(Kind.HANGING, false);
    }

    /** The call is carried out, 200 comes with an empty body. */
    public static Fault emptyBody() {
        return of(Kind.EMPTY_BODY, true);
    }

    /** The call is carried out, 200 comes with half of the JSON. */
    public static Fault cutJson() {
        return of(Kind.CUT_JSON, true);
    }

    /** The call is carried out, half of the answer comes and then no more. */
    public static Fault stalled() {
        return of(Kind.STALLED, true);
    }

    /** The call is carried out, 200 comes with somebody else's HTML page. */
    public static Fault webPage() {
        return of(Kind.WEB_PAGE, true);
    }

    /** The same fault, but the call is carried out before it strikes. */
    public Fault afterTheEffect() {
        return new Fault(kind, true, method, chatId, times, status, length, words);
    }

    /** The same fault for this Bot API method only. */
    public Fault method(String name) {
        return new Fault(kind, afterEffect, name, chatId, times, status, length, words);
    }

    /** The same fault for calls about this chat only. */
    public Fault chat(long id) {
        return new Fault(kind, afterEffect, method, id, times, status, length, words);
    }

    /** The same fault for the next so many calls; 0 means until cleared. */
    public Fault times(int count) {
        return new Fault(kind, afterEffect, method, chatId, count, status, length, words);
    }

    private Fault lasting(Duration time) {
        return new Fault(kind, afterEffect, method, chatId, times, status, time, words);
    }

    boolean strikes(Call call) {
        return (method.isEmpty() || method.equalsIgnoreCase(call.method()))
                && (chatId == null || chatId == call.parameters().number("chat_id"));
    }
}
