package org.answerline.site.account.telegram;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code as an SVG path of unit squares: how wide it is with its quiet zone, and what to draw. */
public record LinkQrCode(int size, String path) {
    // ISO/IEC 18004 asks for four empty modules around the code.
    private static final int QUIET = 4;

    static LinkQrCode of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        String path = IntStream.range(0, code.size * code.size)
                .filter(cell -> code.getModule(cell % code.size, cell / code.size))
                .mapToObj(cell -> "M" + (cell % code.size + QUIET) + "," + (cell / code.size + QUIET) + "h1v1h-1z")
                .collect(Collectors.joining());
        return new LinkQrCode(code.size + 2 * QUIET, path);
    }

    /** The square the path lies in. */
    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
