package org.answerline.site.view;

import org.answerline.platform.text.Texts;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.IMessageResolver;

/** Resolves <code>#{key}</code> in a view from {@link Texts}; a missing text is an error. */
class ThymeleafMessages implements IMessageResolver {

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
        return Texts.in(context.getLocale()).get(key, args);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] args) {
        throw new IllegalArgumentException("No text for " + key);
    }
}
