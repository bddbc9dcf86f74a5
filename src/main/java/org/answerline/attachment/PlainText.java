package org.answerline.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises text that nothing executes: neither a browser (HTML, SVG, scripts) nor an operating system at a double click. */
final class PlainText {

    /** How many of the first bytes have to look like text. */
    private static final int LOOKED_AT = 1 << 16;

    /** Types, by content or by name, that a browser or an operating system executes. */
    private static final Set<String> RUN = Set.of(
            "text/html",
            "application/xhtml+xml",
            "application/xslt+xml",
            "image/svg+xml",
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "application/ecmascript",
            "application/x-sh",
            "application/x-csh",
            "application/postscript",
            "text/vbscript",
            "text/x-vbscript",
            "application/java-archive");

    /** File name extensions that a browser or an operating system executes, whatever the content is. */
    private static final Set<String> RUN_BY_NAME = Set.of(
            "htm",
            "html",
            "xhtml",
            "xht",
            "shtml",
            "mht",
            "mhtml",
            "hta",
            "svg",
            "svgz",
            "xsl",
            "xslt",
            "js",
            "mjs",
            "cjs",
            "jse",
            "vbs",
            "vbe",
            "wsf",
            "wsh",
            "wsc",
            "sct",
            "bat",
            "cmd",
            "com",
            "exe",
            "pif",
            "scr",
            "cpl",
            "msi",
            "msc",
            "ps1",
            "psm1",
            "sh",
            "bash",
            "zsh",
            "ksh",
            "csh",
            "command",
            "applescript",
            "scpt",
            "desktop",
            "lnk",
            "url",
            "webloc",
            "reg",
            "inf",
            "jar",
            "jnlp");

    /** Text that may contain HTML tags and is shown as text by the programs that open it. */
    private static final Set<String> NEVER_RUN = Set.of("md", "markdown", "log");

    private PlainText() {}

    /**
     * Whether the content is text that is accepted.
     *
     * @param types what the file may be by its content and by its name
     */
    static boolean isHarmless(Path content, String name, List<String> types) throws IOException {
        String ending = ending(name);
        boolean run = RUN_BY_NAME.contains(ending)
                || (!NEVER_RUN.contains(ending) && types.stream().anyMatch(RUN::contains));
        return !run && (types.contains("text/plain") || isText(content));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** In whatever encoding, except the two-byte ones, which begin with a mark of their own: nothing else has such bytes in a text. */
    private static boolean isText(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            byte[] first = in.readNBytes(LOOKED_AT);
            for (byte each : first) {
                if (each >= 0 && each < ' ' && "\t\n\f\r\u001B".indexOf(each) < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
