package org.answerline.site.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.conversation.hours.DeskHours;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.AssetVersions;

/** Makes what every view can use. */
@ApplicationScoped
class PageContextFactory {
    @Inject
    AssetVersions assets;

    @Inject
    SiteLook look;

    @Inject
    MvcContext mvc;

    @Inject
    CurrentUser currentUser;

    @Inject
    DeskHours hours;

    /**
     * For a page of the current request.
     *
     * @param here path of the page
     * @param withoutDatabase whether the database cannot be asked who the reader is; the CSRF token alone protects the forms then
     */
    PageContext of(Texts texts, String here, boolean withoutDatabase) {
        var navigation = new Navigation(
                currentUser.isSignedIn(), here, currentUser.signOutUrl().orElse(null));
        OptionalLong id = withoutDatabase ? OptionalLong.empty() : currentUser.id();
        return new PageContext(
                texts,
                assets,
                look,
                navigation,
                id.isPresent() ? id.getAsLong() : null,
                () -> mvc.getCsrf(),
                () -> hours.closedText(texts).orElse(null));
    }
}
