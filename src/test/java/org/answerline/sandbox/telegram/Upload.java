package org.answerline.sandbox.telegram;

/** A file inside a multipart body. */
record Upload(String fileName, byte[] content) {}
