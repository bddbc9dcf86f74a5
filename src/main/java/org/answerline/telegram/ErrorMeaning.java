package org.answerline.telegram;

/** What an answer of the Bot API that is not ok means for whoever called; {@link TelegramErrorTable} says which answer means what. */
public enum ErrorMeaning {
    /** Telegram will never take this message as it is; another message may pass. */
    MESSAGE_REFUSED,
    /** The chat takes nothing from the bot (or not this kind of message) until somebody opens it to the bot. */
    CHAT_CLOSED,
    /** The person does not let the bot write: blocked, deleted, or never started it. */
    PERSON_BLOCKED,
    /** The bot's token is not (or no longer) a bot's: no chat can be reached. */
    TOKEN_REFUSED,
    /** Nothing was done, and nothing will be before some time has passed. */
    WAIT,
    /** The group became a supergroup and has another id now. */
    CHAT_MOVED,
    /** A fault on Telegram's side: the call may or may not have been carried out. */
    OUTCOME_UNKNOWN,
    /** Refused, and nothing was done, in words that are in no table: it may be the message or the chat. */
    UNLISTED
}
