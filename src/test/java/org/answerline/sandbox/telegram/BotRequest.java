package org.answerline.sandbox.telegram;

import java.time.Instant;
import java.util.Map;

/**
 * A Bot API call as it was received and answered.
 *
 * @param sender by which of the sandbox's addresses it came, empty for the usual one
 * @param connection the port at the caller's end, the same for all calls over one connection; 0 for none
 * @param at when it was received
 * @param answered when its answer left, or was spoilt
 * @param method the method as it was written in the path
 * @param chatId the chat_id given, 0 if none or no number
 * @param parameters all parameters as text
 * @param status the HTTP status answered, 0 if there was no answer
 * @param outcome "ok", the description of the refusal, or the fault that struck
 * @param carriedOut whether the call had its effect
 */
public record BotRequest(
        String sender,
        int connection,
        Instant at,
        Instant answered,
        String method,
        long chatId,
        Map<String, String> parameters,
        int status,
        String outcome,
        boolean carriedOut) {}
