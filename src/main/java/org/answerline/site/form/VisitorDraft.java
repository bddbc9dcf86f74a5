package org.answerline.site.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.answerline.account.SignInMode;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.HostCookie;

/** Which draft belongs to the browser of a request: a cookie says so, which ends with the browser's session. */
@ApplicationScoped
public class VisitorDraft {
    private static final HostCookie COOKIE = new HostCookie("draft", -1);
    private static final String ATTRIBUTE = VisitorDraft.class.getName();

    @Inject
    QuestionDrafts drafts;

    @Inject
    SignInMode mode;

    @Inject
    CallerAddress caller;

    /** Whether people may type before they sign in: only where they can sign in from here. */
    public boolean isPossible() {
        return mode.isOpenHere();
    }

    /** The key that this browser has. */
    public Optional<DraftKey> key(HttpServletRequest request) {
        return COOKIE.read(request).flatMap(DraftKey::read);
    }

    /** The draft of this browser that waits to be sent. */
    public Optional<QuestionDraft> waiting(HttpServletRequest request) {
        return key(request).flatMap(drafts::find).filter(QuestionDraft::isWaiting);
    }

    /** The key of this browser's draft, a new one if none waits; empty when too many come from its address. */
    public Optional<DraftKey> orBegin(HttpServletRequest request, HttpServletResponse response) {
        Optional<DraftKey> known = key(request)
                .filter(key -> drafts.find(key).filter(QuestionDraft::isWaiting).isPresent());
        if (known.isPresent()) {
            return known;
        }
        DraftKey fresh = DraftKey.fresh();
        if (!drafts.begin(fresh, caller.of(request))) {
            return Optional.empty();
        }
        request.setAttribute(ATTRIBUTE, fresh);
        COOKIE.write(fresh.written(), request, response);
        return Optional.of(fresh);
    }

    /** The ids of all drafts from the network address where this one was begun: any other address may have its key as well. */
    List<String> idsOfSameAddress(DraftKey key) {
        return drafts.idsOfSameAddress(key.id());
    }

    /** The key of a draft that this very request has begun, because files came with it. */
    Optional<DraftKey> begun(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(DraftKey.class::cast);
    }

    /** The question is somebody's now and stays; the next user of this browser must not see it. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.forget(request, response);
    }

    /** The question was sent, or its author has signed out: the next user of this browser must not see it. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        key(request).ifPresent(drafts::forget);
        COOKIE.forget(request, response);
    }
}
