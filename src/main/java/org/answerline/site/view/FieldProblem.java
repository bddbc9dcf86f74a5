package org.answerline.site.view;

/** A problem with one field of a form, as a text in the user's language. */
public record FieldProblem(String field, String text) {}
