package org.answerline.site.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * Lets Krazo make its filter for overwritten form methods once and not for every request.
 *
 * <p>The filter keeps nothing of a request, but looks for services in all jars when it is made: a twentieth of the work for a page.
 */
public class KrazoTuning implements Extension {
    private static final String FILTER = "org.eclipse.krazo.forms.FormMethodOverwriteFilter";

    <T extends ContainerRequestFilter> void make(@Observes ProcessAnnotatedType<T> type) {
        if (type.getAnnotatedType().getJavaClass().getName().equals(FILTER)) {
            type.configureAnnotatedType()
                    .remove(annotation -> annotation.annotationType() == RequestScoped.class)
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }
}
