package org.answerline.promises;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One operator in a private chat, because nobody else can be there. */
@Tag("main-loop")
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(SharedDesk.USUAL)
class TeamWalkPrivateChatIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void tenConversationsAreCarriedOnWhileTelegramFails() {
        new TeamWalk(SharedDesk.USUAL.desk(), WalkTeam.Chat.PRIVATE, chromium).run();
    }
}
