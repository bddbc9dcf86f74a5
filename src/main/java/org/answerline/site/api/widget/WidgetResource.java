package org.answerline.site.api.widget;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.answerline.account.SignUpPolicy;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.hours.DeskHours;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.LookSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.text.Texts;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.api.json.CachedResponse;

/** What the widget has to know before it knows who is signed in: its texts, its limits, and where the site's pages are. */
@RequestScoped
@Path("feedback/widget")
@Produces(MediaType.APPLICATION_JSON)
public class WidgetResource {
    /** A page may stay open for some days without loading this again. */
    private static final int DAYS = 7;

    @Inject
    Attachments attachments;

    @Inject
    SignUpPolicy signUpPolicy;

    @Inject
    WidgetOrigins origins;

    @Inject
    Settings settings;

    @Inject
    DeskHours hours;

    /** The texts in the language asked for, else in one that the reader prefers, else in the desk's own. */
    @GET
    public Response describe(
            @QueryParam("language") String language,
            @HeaderParam("Origin") String origin,
            @Context HttpHeaders headers,
            @Context Request request) {
        var texts = Texts.in(Texts.spoken(language)
                .or(() -> preferred(headers))
                .orElseGet(() -> settings.get(SiteSettings.LANGUAGE)));
        // Vary is written whole here, because it takes the place of what a filter said before.
        return CachedResponse.answer(
                        request,
                        ApiJson.write(WidgetJson.of(
                                texts,
                                signUpPolicy.isOpen(),
                                GuestSettings.areOn(settings),
                                attachments,
                                isNamed(origin, headers),
                                hours.closedPeriods(DAYS),
                                settings.configured(LookSettings.COLOUR))))
                .header(HttpHeaders.VARY, "Accept-Language, Origin")
                .build();
    }

    /** Whether the page that asks is the desk's own or of a named origin; its own pages name no origin when they read. */
    private boolean isNamed(String origin, HttpHeaders headers) {
        // By the Origin alone, because the answer is cached by it.
        return CsrfFilter.isOurs(null, origin, headers.getHeaderString(HttpHeaders.HOST)) || origins.allow(origin);
    }

    private static Optional<String> preferred(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(locale -> Texts.spoken(locale.toLanguageTag()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
