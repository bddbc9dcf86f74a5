package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Locale;
import java.util.NoSuchElementException;

/** What a person can do in this Telegram, over HTTP under {@code /sandbox/}: for the page and for testers without Java. */
final class SandboxEndpoint implements HttpHandler {
    private final SandboxTelegram telegram;
    private final EventStream events;

    SandboxEndpoint(SandboxTelegram telegram, EventStream events) {
        this.telegram = telegram;
        this.events = events;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String action = exchange.getRequestURI().getPath().substring("/sandbox/".length());
        if (!exchange.getRequestMethod().equals("POST")) {
            look(exchange, action);
            return;
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            // Only a page of this origin can send this type without asking first.
            problem(415, "Send application/json").send(exchange);
            return;
        }
        act(exchange, action).send(exchange);
    }

    private void look(HttpExchange exchange, String what) {
        switch (what) {
            case "state" ->
                Answer.json(200, PageJson.state(telegram, messages(exchange)), "ok")
                        .send(exchange);
            case "events" -> events.open(exchange);
            case "requests" ->
                Answer.json(200, PageJson.requests(telegram), "ok").send(exchange);
            default ->
                problem(404, "Look at /sandbox/state, /sandbox/events or /sandbox/requests")
                        .send(exchange);
        }
    }

    private static int messages(HttpExchange exchange) {
        return "messages=0".equals(exchange.getRequestURI().getQuery()) ? 0 : PageJson.MESSAGES;
    }

    private Answer act(HttpExchange exchange, String action) throws IOException {
        try {
            JsonObject result = act(action, Parameters.read(exchange));
            events.changed();
            return Answer.json(200, result, "ok");
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException impossible) {
            return problem(400, String.valueOf(impossible.getMessage()));
        }
    }

    private JsonObject act(String action, Parameters given) throws Refusal {
        switch (action) {
            case "person" -> {
                long id =
                        given.has("id") ? given.number("id") : telegram.chats().freePersonId();
                String name = given.has("first_name") ? given.text("first_name") : "You";
                return id(telegram.person(id, name, given.text("language_code")).chatId());
            }
            case "start" -> {
                return id(from(given).pressStart(given.text("payload")));
            }
            case "write" -> {
                return id(write(given));
            }
            case "edit" -> from(given).edit(given.number("message_id"), text(given));
            case "delete" -> from(given).delete(given.number("message_id"));
            case "send" -> {
                return id(send(given));
            }
            case "press" -> from(given).press(given.number("message_id"), given.text("data"));
            case "close_topic" -> group(given).closeTopic(given.number("thread"));
            case "reopen_topic" -> group(given).reopenTopic(given.number("thread"));
            case "delete_topic" -> group(given).deleteTopic(given.number("thread"));
            case "block" -> from(given).block();
            case "unblock" -> from(given).unblock();
            case "fault" -> telegram.faults().add(Expectation.fault(given));
            case "calm" -> telegram.faults().clear();
            default -> throw Refusal.of(404, "Not Found: no such action");
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonObject id(long id) {
        return Json.createObjectBuilder().add("id", id).build();
    }

    private Group group(Parameters given) {
        return telegram.group(given.number("chat_id"), ChatKind.SUPERGROUP, "");
    }

    /** The same in the topic {@code thread}, and as the group itself if {@code anonymous}. */
    private Participant from(Parameters given) throws Refusal {
        Participant person = person(given);
        Participant there = given.number("thread") > 0 ? person.inTopic(given.number("thread")) : person;
        return given.flag("anonymous") ? there.anonymously() : there;
    }

    /** The person named by {@code from}, by default the operator, in {@code chat_id}, by default the person's own chat. */
    private Participant person(Parameters given) throws Refusal {
        Participant operator = telegram.operator();
        long id = given.has("from") ? given.number("from") : operator.person().id();
        if (id == operator.person().id()) {
            return given.has("chat_id") ? operator.in(given.number("chat_id")) : operator;
        }
        Person person = telegram.chats().findPerson(id).orElseThrow(() -> Refusal.badRequest("no person " + id));
        Participant participant = telegram.person(person);
        return given.has("chat_id") ? participant.in(given.number("chat_id")) : participant;
    }

    private long send(Parameters given) throws Refusal {
        long last = 0;
        for (Media media : Expectation.media(given)) {
            last = given.number("reply_to") > 0
                    ? from(given).reply(given.number("reply_to"), media)
                    : from(given).send(media);
        }
        return last;
    }

    private long write(Parameters given) throws Refusal {
        String text = text(given);
        return given.number("reply_to") > 0
                ? from(given).reply(given.number("reply_to"), text)
                : from(given).write(text);
    }

    private static String text(Parameters given) throws Refusal {
        String text = given.text("text");
        if (TextCleaner.isBlank(text) || text.codePointCount(0, text.length()) > 4096) {
            throw Refusal.badRequest("a message has 1 to 4096 characters");
        }
        return text;
    }

    private static Answer problem(int status, String what) {
        return Answer.json(
                status,
                Json.createObjectBuilder()
                        .add("ok", false)
                        .add("error_code", status)
                        .add("description", what)
                        .build(),
                what);
    }
}
