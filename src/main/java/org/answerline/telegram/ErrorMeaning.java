package org.answerline.telegram;

/** What an error of the Bot API means for the caller; {@link TelegramErrorTable} decides which answer means what. */
public enum ErrorMeaning {
    /** Telegram will not accept this message as it is, or the chat allows none of its kind; another message may pass. */
    MESSAGE_REFUSED,
    /** The chat accepts nothing from the bot, not even a text, until somebody changes its permissions. */
    CHAT_CLOSED,
    /** The person does not let the bot write: blocked, deleted, or never started it. */
    PERSON_BLOCKED,
    /** The token is not, or no longer, the token of a bot: no chat can be reached. */
    TOKEN_REFUSED,
    /** Nothing was done, and nothing will be until some time has passed. */
    WAIT,
    /** The group became a supergroup and has another id now. */
    CHAT_MOVED,
    /** A fault on Telegram's side: the call may or may not have been carried out. */
    OUTCOME_UNKNOWN,
    /** Refused with a description that is in no table, and nothing was done: the message or the chat may be the reason. */
    UNLISTED
}
