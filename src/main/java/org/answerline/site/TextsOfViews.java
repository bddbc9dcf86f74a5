package org.answerline.site;

import java.util.Map;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;

/** Lets a view say <code>#{key}</code> and get the words from {@link Texts}. */
class TextsOfViews implements IMessageResolver {
    private final Texts texts;

    TextsOfViews(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String getName() {
        return "texts";
    }

    @Override
    public Integer getOrder() {
        return 0;
    }

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] args) {
        return texts.text(context.getLocale(), key, args);
    }

    // The key is at fault, not the reader: texts.text has thrown already.
    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] args) {
        throw new IllegalArgumentException("No text for " + Map.entry(key, context.getLocale()));
    }
}
