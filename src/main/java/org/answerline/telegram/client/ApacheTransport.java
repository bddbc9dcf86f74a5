package org.answerline.telegram.client;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.apache5.connector.Apache5HttpClientBuilderConfigurator;

/**
 * Makes Jersey (Payara) carry the calls of the Bot API by Apache HttpClient, which sends a request once.
 *
 * <p>Jersey's default, HttpURLConnection, repeats a POST whose connection broke before the answer, so that a person gets a message
 * twice. RESTEasy (WildFly, Open Liberty) uses Apache HttpClient anyway. docs/decisions/0003 has what was measured.
 */
public final class ApacheTransport implements RestClientListener {

    /** More than there are threads that send or download; Apache's own default is 5. */
    private static final int CONNECTIONS = 50;

    private static final boolean JERSEY = isPresent("org.glassfish.jersey.client.spi.ConnectorProvider");

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        if (JERSEY && client.getPackage().equals(ApacheTransport.class.getPackage())) {
            JerseyConnector.register(builder);
        }
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, ApacheTransport.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException otherImplementation) {
            return false;
        }
    }

    /**
     * A class of its own, which is loaded only where Jersey is.
     *
     * <p>No lambda is used here: Payara closes the WAR's jars after 90 seconds without a class being loaded, and a class that is loaded at that
     * moment fails ("zip file closed"). Loading it again works, but the JVM remembers the failure of a lambda for ever.
     */
    private static final class JerseyConnector implements Apache5HttpClientBuilderConfigurator {

        static void register(RestClientBuilder builder) {
            builder.register(new Apache5ConnectorProvider());
            builder.register(new JerseyConnector());
        }

        /** With the JVM's proxies, and nothing that would send a request again; the REST client itself follows no redirects. */
        @Override
        public HttpClientBuilder configure(HttpClientBuilder client) {
            return client.useSystemProperties()
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .useSystemProperties()
                            .setMaxConnPerRoute(CONNECTIONS)
                            .setMaxConnTotal(CONNECTIONS)
                            .build());
        }
    }
}
