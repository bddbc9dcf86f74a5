package org.answerline.site.validation;

/** What is wrong with one field of a form or a JSON body, in the reader's language. */
public record FieldProblem(String field, String text) {}
