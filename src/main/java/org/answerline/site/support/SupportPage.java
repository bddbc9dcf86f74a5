package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import java.util.UUID;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.form.FilesField;
import org.answerline.site.live.LiveUpdates;
import org.answerline.site.view.PageModel;

/** The page with the form and a user's conversation. */
@RequestScoped
class SupportPage {
    private static final int MESSAGES_A_PAGE = 20;

    @Inject
    PageModel page;

    @Inject
    SupportDesk desk;

    @Inject
    TelegramLinking linking;

    @Inject
    LiveUpdates live;

    @Inject
    Attachments attachments;

    /**
     * The form with a question that was typed, and a page of the conversation.
     *
     * @param before only messages older than this one; the newest page if empty
     */
    Response show(int status, User user, NewQuestion question, OptionalLong before) {
        // Taken before the thread is read, so that nothing falls between the page and its stream.
        page.with("position", live.position());
        var thread = desk.thread(user.id(), MESSAGES_A_PAGE, before);
        var telegram = linking.linked(user.id());
        boolean isConversation = !thread.messages().isEmpty();
        page.with("compact", isConversation)
                .with("fills", isConversation)
                .with("heading", heading(isConversation))
                .with("newestMessage", newestOf(thread))
                .with("blocked", telegram.filter(LinkedUser::blocked).isPresent())
                .with("linked", telegram.isPresent());
        page.with("subject", question.subject() == null ? "" : question.subject())
                .with("message", question.message())
                .with("files", FilesField.of(attachments, user.id(), question.files(), page.texts()))
                .with("submission", UUID.randomUUID().toString())
                .with("subjectMax", NewQuestion.SUBJECT_MAX)
                .with("messageMax", NewQuestion.TEXT_MAX)
                .with("isOlder", before.isPresent())
                .with("outOfReach", desk.isOperatorOutOfReach())
                .with("conversation", ConversationView.of(thread, page.texts()));
        return page.show(status, "support/form.html");
    }

    private String heading(boolean isConversation) {
        if (page.says("sent")) {
            return page.text("page.sent.short");
        }
        return page.text(isConversation ? "page.thread.title" : "page.support.title");
    }

    private static long newestOf(ConversationPage thread) {
        return thread.messages().stream().mapToLong(SupportMessage::id).max().orElse(0);
    }
}
