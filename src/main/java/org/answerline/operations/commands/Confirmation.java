package org.answerline.operations.commands;

import java.io.Console;

/** Asks at the terminal before something is deleted for good. */
final class Confirmation {

    private Confirmation() {}

    /** Whether the answer is yes; without a terminal it is no. */
    static boolean agreed(String question) {
        Console console = System.console();
        return console != null
                && console.readLine("%s Type yes to continue: ", question)
                        .strip()
                        .equals("yes");
    }
}
