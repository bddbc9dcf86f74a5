package org.answerline.site.view;

/** What is wrong with one field of a form, in the reader's words. */
public record FieldProblem(String field, String text) {}
