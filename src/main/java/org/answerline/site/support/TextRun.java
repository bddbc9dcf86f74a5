package org.answerline.site.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.conversation.message.TextMark;

/**
 * A stretch of a message's text on a page: plain, or a link.
 *
 * <p>The same rules stand in assets/thread.js and in the widget; TextRunTest holds the three together.
 *
 * @param address what it links to (http, https or mailto), or null
 */
public record TextRun(String text, String address) {

    private static final Pattern SAFE =
            Pattern.compile("(?:https?://|mailto:).+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    static final String ADDRESS_PATTERN = "https?://[^\\s<>\"«»“”]+";
    static final String ENDS_A_SENTENCE = "[^\\P{P}/)\\]}#%&*@_-]";

    private static final Pattern PUNCTUATION = Pattern.compile(ENDS_A_SENTENCE);
    private static final Pattern ADDRESS =
            Pattern.compile(ADDRESS_PATTERN, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /** The stretches of a text, in order; together they are the text. */
    static List<TextRun> of(String text, List<TextMark> marks) {
        List<TextRun> runs = new ArrayList<>();
        int from = 0;
        for (TextMark link : marks) {
            int end = link.offset() + link.length();
            boolean usable = link.isLink() && link.offset() >= from && end <= text.length();
            if (usable && SAFE.matcher(link.url()).matches()) {
                addFound(text.substring(from, link.offset()), runs);
                runs.add(new TextRun(text.substring(link.offset(), end), link.url()));
                from = end;
            }
        }
        addFound(text.substring(from), runs);
        return List.copyOf(runs);
    }

    /** Addresses in plain text become links. Most texts have none, and to search them by the pattern took a sixth of the time of a page. */
    private static void addFound(String text, List<TextRun> runs) {
        if (!text.contains("://")) {
            addPlain(text, runs);
            return;
        }
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            String found = withoutPunctuation(address.group());
            if (!found.endsWith("://")) {
                addPlain(text.substring(from, address.start()), runs);
                runs.add(new TextRun(found, found));
                from = address.start() + found.length();
            }
        }
        addPlain(text.substring(from), runs);
    }

    private static void addPlain(String text, List<TextRun> runs) {
        if (!text.isEmpty()) {
            runs.add(new TextRun(text, null));
        }
    }

    /** What ends the sentence is not part of the address; a bracket is, if it was opened inside of it. */
    private static String withoutPunctuation(String address) {
        int end = address.length();
        while (end > 0 && (isPunctuation(address.charAt(end - 1)) || closesNothing(address.substring(0, end)))) {
            end--;
        }
        return address.substring(0, end);
    }

    private static boolean isPunctuation(char character) {
        return PUNCTUATION.matcher(Character.toString(character)).matches();
    }

    private static boolean closesNothing(String address) {
        int bracket = CLOSING.indexOf(address.charAt(address.length() - 1));
        return bracket >= 0 && count(address, CLOSING.charAt(bracket)) > count(address, OPENING.charAt(bracket));
    }

    private static long count(String text, char character) {
        return text.chars().filter(each -> each == character).count();
    }
}
