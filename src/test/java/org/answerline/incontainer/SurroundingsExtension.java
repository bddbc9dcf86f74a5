package org.answerline.incontainer;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Gives the server that Arquillian starts what it needs around it. */
public final class SurroundingsExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Surroundings.class);
    }
}
