package org.answerline.platform.web;

/** Keeps the MVC implementation out of JAX-RS applications that have no pages. */
public final class KrazoDisabled {

    private KrazoDisabled() {}

    /**
     * A class for {@link jakarta.ws.rs.core.Application#getClasses()}.
     *
     * <p>Krazo puts its filters into every application of a WAR, and one of them looks services up in all jars on every request. An
     * application that names this filter itself is left alone, because Krazo then believes it has been here already.
     */
    public static Class<?> filter() {
        try {
            return Class.forName("org.eclipse.krazo.core.ViewResponseFilter");
        } catch (ClassNotFoundException otherImplementation) {
            throw new IllegalStateException("Jakarta MVC is not Krazo on this server", otherImplementation);
        }
    }
}
