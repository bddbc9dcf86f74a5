package org.answerline.operations.commands;

import java.io.Console;

/** Asks whoever sits at the terminal before something is gone for good. */
final class Confirmation {

    private Confirmation() {}

    /** Whether the answer is yes; without a terminal nobody can be asked, and it is no. */
    static boolean agreed(String what) {
        Console console = System.console();
        return console != null
                && console.readLine("%s Type yes to continue: ", what).strip().equals("yes");
    }
}
