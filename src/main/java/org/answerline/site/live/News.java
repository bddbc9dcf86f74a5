package org.answerline.site.live;

import java.time.Instant;
import java.util.List;
import org.answerline.conversation.SupportMessage;

/** What a user's pages should show: what changed, in order, and whether Telegram is linked, as read at a time. */
record News(Instant readAt, List<SupportMessage> changed, boolean linked) {}
