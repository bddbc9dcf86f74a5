package org.answerline.site.api.problem;

import java.util.List;
import org.answerline.attachment.FileRefusedException;
import org.answerline.site.validation.FieldProblem;

/** How the API says why a file is not taken. */
public final class FileProblem {
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;

    private FileProblem() {}

    /** The problem with its status. */
    public static ApiProblem of(FileRefusedException refused) {
        return switch (refused.reason()) {
            case OFF -> new ApiProblem(FORBIDDEN, "Files are not accepted here");
            case TOO_LARGE -> new ApiProblem(TOO_LARGE, "The file is too large");
            case TYPE -> new ApiProblem(UNSUPPORTED, "Files of this type are not accepted");
            case EMPTY -> files("The file is empty");
            case NAME -> ApiProblem.unprocessable(List.of(new FieldProblem("name", "The file needs a name")));
            case TOO_MANY -> files("There are too many files");
            case TOO_OFTEN -> new ApiProblem(429, "Too many files in a short time");
            case ADDRESS_FULL -> new ApiProblem(429, "Too many files from this network address have not been sent yet");
            case FULL -> new ApiProblem(503, "No more files are taken at the moment");
            case UNKNOWN -> files("You have no such file that has not been sent");
        };
    }

    private static ApiProblem files(String detail) {
        return ApiProblem.unprocessable(List.of(new FieldProblem("files", detail)));
    }
}
