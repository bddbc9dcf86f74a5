package org.answerline.sandbox.telegram;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The media and faults that a body sent to {@code /sandbox/} can ask for. */
final class Expectation {
    private Expectation() {}

    /** One message, or the parts of an album. */
    static List<Media> media(Parameters given) throws Refusal {
        if (!given.text("kind").equals("album")) {
            return List.of(given.has("content") ? own(given) : one(given));
        }
        String album = String.valueOf(System.nanoTime());
        return List.of(
                Media.albumPhoto(album, given.text("caption")),
                Media.albumPhoto(album, ""),
                Media.albumPhoto(album, ""));
    }

    /** A file of the tester's own, its content in Base64. */
    private static Media own(Parameters given) {
        byte[] content = Base64.getDecoder().decode(given.text("content"));
        return given.text("kind").equals("photo")
                ? Media.photo(content, given.text("caption"))
                : Media.document(given.text("name"), content, given.text("caption"));
    }

    private static Media one(Parameters given) throws Refusal {
        String caption = given.text("caption");
        return switch (given.text("kind")) {
            case "photo" -> Media.photo(caption);
            case "document" -> Media.document("letter.pdf", caption);
            case "voice" -> Media.voice(caption);
            case "sticker" -> Media.sticker("👋");
            case "contact" -> Media.contact("+10000000000", "Friend");
            case "location" -> Media.location(55.75, 37.62);
            default -> throw Refusal.badRequest("kind is photo, album, document, voice, sticker, contact or location");
        };
    }

    static Fault fault(Parameters given) throws Refusal {
        int seconds = given.has("seconds") ? (int) given.number("seconds") : 5;
        Fault fault =
                switch (given.text("kind")) {
                    case "too_many_requests" -> Fault.tooManyRequests(seconds);
                    case "server_error" -> Fault.serverError(500);
                    case "bad_gateway" -> Fault.badGateway();
                    case "dropped_before" -> Fault.droppedBefore();
                    case "dropped_after" -> Fault.droppedAfter();
                    case "slow" -> Fault.slow(Duration.ofSeconds(seconds));
                    case "slow_after" -> Fault.slowAfter(Duration.ofSeconds(seconds));
                    case "unauthorized" -> Fault.unauthorized();
                    case "hanging" -> Fault.hanging();
                    case "empty_body" -> Fault.emptyBody();
                    case "cut_json" -> Fault.cutJson();
                    case "stalled" -> Fault.stalled();
                    case "web_page" -> Fault.webPage();
                    default -> throw Refusal.badRequest("no such kind of fault");
                };
        Fault aimed = fault.method(given.text("method")).times((int) given.number("times"));
        return given.has("chat_id") ? aimed.chat(given.number("chat_id")) : aimed;
    }
}
