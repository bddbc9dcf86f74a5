package org.answerline.webhook.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorCommandNameTest {

    @Test
    void aCommandIsKnownByItsName() {
        assertEquals(Optional.of(OperatorCommandName.NOTE), OperatorCommandName.of("note"));
        assertEquals(Optional.empty(), OperatorCommandName.of("notes"));
    }

    @Test
    void aTextMayBeginWithACommandWithoutABlankAfterIt() {
        assertEquals(Optional.of("/close"), OperatorCommandName.beginning(" /close, please"));
        assertEquals(Optional.of("/Nte"), OperatorCommandName.beginning("/Nte he lies"));
        assertEquals(Optional.of("/block"), OperatorCommandName.beginning("/block@SupportBot: 7d"));
        for (String typed :
                List.of("/etc/hosts", "/open/source", "/closest", "/unlink it", "close", "#12 /close", "/")) {
            assertEquals(Optional.empty(), OperatorCommandName.beginning(typed), typed);
        }
    }

    @Test
    void aSlipOfTheFingerIsNearACommand() {
        for (String typed : List.of("note", "nte", "noe", "noote", "notr", "ntoe", "onte")) {
            assertEquals(List.of(OperatorCommandName.NOTE), OperatorCommandName.nearest(typed), typed);
        }
        assertEquals(List.of(OperatorCommandName.CLOSE), OperatorCommandName.nearest("closee"));
        assertEquals(List.of(), OperatorCommandName.nearest("pay"));
        assertEquals(List.of(), OperatorCommandName.nearest("unlink"));
        assertEquals(List.of(), OperatorCommandName.nearest("start"));
    }
}
