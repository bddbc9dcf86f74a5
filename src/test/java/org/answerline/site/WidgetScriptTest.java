package org.answerline.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the widget may cost the page it stands on, and what it must not do there. */
class WidgetScriptTest {
    private static final Path SCRIPT = Path.of("src/main/webapp/widget/answerline.js");

    /** What is served: the script without indentation and comments, as the build makes it. */
    private static final Path SERVED = Path.of("target/widget/answerline.js");

    private static final int SIXTEEN_KILOBYTES = 16_000;

    // What a strict Content-Security-Policy or Trusted Types would stop, and what reaches out of the element.
    private static final Pattern FORBIDDEN = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|setAttribute\\(\"style\""
                    + "|\\.style\\b|createElement\\(\"style\"|window\\.[A-Za-z]+ ?=[^=]|globalThis|\\bimport\\b|@import");

    @Test
    void itIsSmall() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(Files.readAllBytes(SERVED));
        }
        assertTrue(zipped.size() <= SIXTEEN_KILOBYTES, zipped.size() + " bytes gzipped");
    }

    @Test
    void itDoesNothingAStrictPageForbids() throws IOException {
        var found = FORBIDDEN
                .matcher(Files.readString(SCRIPT))
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), found);
    }
}
