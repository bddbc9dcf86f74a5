package org.answerline.site;

/** What is wrong with one field of a form, in the reader's words. */
public record FieldProblem(String field, String text) {}
