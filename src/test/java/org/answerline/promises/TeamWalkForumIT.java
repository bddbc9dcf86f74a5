package org.answerline.promises;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three operators in a forum. */
@Tag("main-loop")
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(SharedDesk.OPERATORS_FORUM)
class TeamWalkForumIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void tenConversationsAreCarriedOnWhileTelegramFails() {
        SharedDesk.OPERATORS_FORUM.desk().awaitTopics(SharedDesk.FORUM, "ALLOWED");
        new TeamWalk(SharedDesk.OPERATORS_FORUM.desk(), WalkTeam.Chat.FORUM, chromium).run();
    }
}
