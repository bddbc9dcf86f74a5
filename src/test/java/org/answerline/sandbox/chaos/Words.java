package org.answerline.sandbox.chaos;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The mark that every message of a run carries, by which it is found again wherever it went.
 *
 * @param answer whether the operator wrote it
 * @param user whose conversation it belongs to
 * @param number counts the messages of that user's conversation in this direction, from 1
 */
record Words(boolean answer, int user, int number) {

    private static final Pattern FORM = Pattern.compile("\\b(ask|answer)-(\\d+)-(\\d+):");
    private static final Pattern VERSION = Pattern.compile(": version (\\d+) of");
    private static final Pattern NOTE = Pattern.compile("\\bnote-(\\d+):");
    private static final String LONG = "and so on, at some length; ".repeat(130);

    /** The mark in a text, if it has one. */
    static Optional<Words> in(String text) {
        var found = FORM.matcher(text);
        return found.find()
                ? Optional.of(new Words(
                        found.group(1).equals("answer"),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    /** How often its sender has edited this text; 0 for the first version. */
    static int version(String text) {
        var found = VERSION.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** A note of the operators, which no user may see. */
    static String note(int number) {
        return "note-" + number + ": only for colleagues";
    }

    /** The number of the note in a text, if it has one. */
    static Optional<Integer> noteIn(String text) {
        var found = NOTE.matcher(text);
        return found.find() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
    }

    /** A text that carries the mark; now and then one that needs two Telegram messages. */
    String text(Random random) {
        return this + ": " + (random.nextInt(50) == 0 ? LONG : "what about number " + number + "?");
    }

    /** A short text that carries the mark, to stand under a picture. */
    String caption() {
        return this + ": look at number " + number;
    }

    /** The text after so many edits; now and then one that needs two Telegram messages, unless it is a caption. */
    String edited(int version, boolean isCaption, Random random) {
        var start = this + ": version " + version + " of number " + number;
        return isCaption || random.nextInt(10) > 0 ? start : start + " " + LONG;
    }

    @Override
    public String toString() {
        return (answer ? "answer-" : "ask-") + user + "-" + number;
    }
}
