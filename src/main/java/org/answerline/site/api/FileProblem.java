package org.answerline.site.api;

import java.util.List;
import org.answerline.attachment.FileRefusedException;

/** How the API says why a file is not taken. */
final class FileProblem {
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;

    private FileProblem() {}

    static Problem of(FileRefusedException refused) {
        return switch (refused.reason()) {
            case OFF -> new Problem(FORBIDDEN, "This desk takes no files");
            case TOO_LARGE -> new Problem(TOO_LARGE, "The file is larger than this desk takes");
            case TYPE -> new Problem(UNSUPPORTED, "Files of this type are not taken");
            case EMPTY -> files("The file is empty");
            case NAME -> Problem.unprocessable(List.of(new Problem.Field("name", "The file needs a name")));
            case TOO_MANY -> files("These are more files than this desk takes at once");
            case TOO_OFTEN -> new Problem(429, "Too many files in a short time");
            case UNKNOWN -> files("There is no such file of yours that was not sent yet");
        };
    }

    private static Problem files(String detail) {
        return Problem.unprocessable(List.of(new Problem.Field("files", detail)));
    }
}
