package org.answerline.sandbox.telegram;

/** One call of a Bot API method. */
record Call(String method, Parameters parameters) {}
