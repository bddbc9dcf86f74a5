package org.answerline.promises;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three operators in a group, in which the bot sees only replies and commands. */
@Tag("main-loop")
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class TeamWalkGroupIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void tenConversationsAreCarriedOnWhileTelegramFails() {
        new TeamWalk(SharedDesk.OPERATORS_GROUP.desk(), WalkTeam.Chat.GROUP, chromium).run();
    }
}
