package org.answerline.site.support;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import java.util.UUID;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.ConversationReader;
import org.answerline.conversation.mail.SeenAnswers;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.team.ConversationState;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.form.FilesField;
import org.answerline.site.form.QuestionFields;
import org.answerline.site.live.LiveUpdates;
import org.answerline.site.view.PageModel;

/** The page with the form and a user's conversation. */
@RequestScoped
class SupportPage {
    private static final int MESSAGES_A_PAGE = 20;

    @Inject
    PageModel page;

    @Inject
    ConversationReader conversations;

    @Inject
    TelegramLinking linking;

    @Inject
    LiveUpdates live;

    @Inject
    Attachments attachments;

    @Inject
    SupportNotices notices;

    @Inject
    SeenAnswers seen;

    /**
     * The form with a question that was typed, and a page of the conversation.
     *
     * @param before only messages older than this one; the newest page if empty
     */
    Response show(int status, User user, Composer composer, OptionalLong before) {
        // Taken before the thread is read, so that nothing falls between the page and its stream.
        String position = live.position();
        var thread = conversations.thread(user.id(), MESSAGES_A_PAGE, before);
        seen.shown(user.id(), thread.messages());
        var conversation = ConversationView.of(thread, before.isPresent(), page.texts());
        var telegram = linking.linked(user.id());
        boolean isClosed = before.isEmpty() && conversations.state(user.id(), thread) == ConversationState.CLOSED;
        var view = new SupportView(
                heading(composer, conversation),
                conversation,
                position,
                question(composer.typed(), user, conversation),
                conversations.isOperatorOutOfReach(),
                telegram.isPresent(),
                telegram.filter(LinkedUser::blocked).isPresent(),
                isClosed,
                conversations
                        .rating(user.id(), isClosed ? ConversationState.CLOSED : ConversationState.OPEN)
                        .map(RatingView::of)
                        .orElse(null),
                notices.refusal(user),
                notices.returning(user),
                notices.canTakeAlong(user),
                composer.sent(),
                composer.typedBefore());
        return page.show(status, VIEWS.supportForm(page.context(), view));
    }

    private String heading(Composer composer, ConversationView conversation) {
        if (composer.sent()) {
            return page.text("page.sent.short");
        }
        return page.text(conversation.isEmpty() ? "page.support.title" : "page.thread.title");
    }

    private QuestionFields question(NewQuestion typed, User user, ConversationView conversation) {
        return new QuestionFields(
                !conversation.isEmpty(),
                typed.subject() == null ? "" : typed.subject(),
                typed.message(),
                UUID.randomUUID().toString(),
                FilesField.of(attachments, user.id(), typed.files(), page.texts()),
                null);
    }
}
