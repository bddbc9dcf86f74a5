package org.answerline.site.view;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.answerline.platform.observability.Log;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders a view and its models as HTML. */
@ApplicationScoped
@Priority(ViewEngine.PRIORITY_APPLICATION)
public class ThymeleafViewEngine implements ViewEngine {
    private static final Logger LOG = Log.of(ThymeleafViewEngine.class);

    @Inject
    AssetVersions assets;

    @Inject
    MvcContext mvc;

    private final TemplateEngine engine = new TemplateEngine();

    @PostConstruct
    void setUp() {
        var views = new ClassLoaderTemplateResolver(ThymeleafViewEngine.class.getClassLoader());
        views.setPrefix("views/");
        views.setSuffix(".html");
        views.setTemplateMode(TemplateMode.HTML);
        views.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(views);
        engine.setMessageResolver(new ThymeleafMessages());
    }

    /** All views are HTML files. */
    @Override
    public boolean supports(String view) {
        return view.endsWith(".html");
    }

    /** Writes the whole page at once, so that an exception in a view can still become an error page. */
    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        try {
            String page = render(
                    context.getView(), context.getLocale(), context.getModels().asMap());
            context.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            // The server answers 500 without logging the reason.
            LOG.log(Level.ERROR, "The view " + context.getView() + " failed", e);
            throw new ViewEngineException(e);
        }
    }

    /** Renders the page; the view can use the models, the language, the addresses of static files and the CSRF token. */
    public String render(String view, Locale reader, Map<String, Object> models) {
        var context = new Context(reader, models);
        context.setVariable("lang", reader.toLanguageTag());
        context.setVariable("assets", assets);
        context.setVariable("csrf", new Token(mvc));
        return engine.process(view, context);
    }

    /** The CSRF token, which is computed when the first form needs it, because Krazo reads service files each time. */
    private static final class Token extends LazyContextVariable<TokenField> {
        private final MvcContext mvc;

        Token(MvcContext mvc) {
            this.mvc = mvc;
        }

        @Override
        protected TokenField loadValue() {
            return new TokenField(mvc.getCsrf().getName(), mvc.getCsrf().getToken());
        }
    }

    /** The hidden field of a form with the CSRF token. */
    public record TokenField(String name, String value) {}
}
