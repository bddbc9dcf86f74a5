package org.answerline.site.view;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.platform.observability.Log;

/**
 * Renders the view in the models as HTML. The build compiles src/main/jte, so that a view has its data already and cannot be missing.
 *
 * @see <a href="https://jte.gg">jte</a>
 */
@ApplicationScoped
@Priority(ViewEngine.PRIORITY_APPLICATION)
public class JteViewEngine implements ViewEngine {
    /** What a controller returns. */
    static final String NAME = "compiled.jte";

    /** The model that is the view. */
    static final String VIEW = "view";

    private static final Logger LOG = Log.of(JteViewEngine.class);

    /** Which view it is stands in the models. */
    @Override
    public boolean supports(String name) {
        return name.equals(NAME);
    }

    /** Writes the whole page at once, so that an exception in a view can still become an error page. */
    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        try {
            ServiceFileCache.leave(() -> write(context));
        } catch (IOException | RuntimeException e) {
            // The server answers 500 without logging the reason.
            LOG.log(Level.ERROR, "A view failed", e);
            throw new ViewEngineException(e);
        }
    }

    private static void write(ViewEngineContext context) throws IOException {
        var page = new Utf8ByteOutput();
        context.getModels().get(VIEW, JteModel.class).render(page);
        page.writeTo(context.getOutputStream());
    }
}
