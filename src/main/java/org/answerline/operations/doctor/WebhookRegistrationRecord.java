package org.answerline.operations.doctor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.webhook.DerivedSecret;

/** Records which URL and secret were registered with Telegram, because Telegram never shows the secret that it has. */
public final class WebhookRegistrationRecord {

    private final Installation installation;
    private final KeyValueStore facts;

    /** Of this installation's bot, in its database. */
    public WebhookRegistrationRecord(Installation installation, Connection database) {
        this.installation = installation;
        this.facts = new KeyValueStore(new JdbcClient(database));
    }

    /** Whether the last registration was this URL with the present secret; empty if nothing was registered. */
    public Optional<Boolean> matches(String url) {
        return facts.value(factName()).map(fingerprint(url)::equals);
    }

    /** Records that Telegram has this URL and the present secret. */
    public void store(String url) {
        if (installation.chosenSecret().isEmpty()) {
            facts.remember(DerivedSecret.factName(installation.token()), "in force");
        }
        facts.remember(factName(), fingerprint(url));
    }

    boolean isOwnSecretInForce() {
        return facts.value(DerivedSecret.factName(installation.token())).isPresent();
    }

    private String factName() {
        return "webhook.registered." + installation.token().split(":", 2)[0];
    }

    /** A hash with the token in it, which is not in the database, so that a short secret cannot be guessed from the hash. */
    private String fingerprint(String url) {
        try {
            String all = installation.token() + " " + url + " " + installation.secret();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
