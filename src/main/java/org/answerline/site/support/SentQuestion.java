package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.answerline.conversation.ConversationReader;
import org.answerline.site.view.PageModel;

/** Where the browser goes after a question was stored. */
@RequestScoped
class SentQuestion {
    @Inject
    PageModel page;

    @Inject
    ConversationReader conversations;

    /** What happens next, and how to link Telegram, has to be said once: the first question has a page for it. */
    Response show(long userId, long message) {
        boolean isFirst =
                conversations.thread(userId, 2, OptionalLong.empty()).messages().size() == 1;
        return page.go(
                isFirst ? "/support/sent/?message=" + message : "/support/?sent=" + message + "#message-" + message);
    }
}
