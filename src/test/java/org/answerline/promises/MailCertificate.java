package org.answerline.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of 127.0.0.1 that its owner has signed, with its key; made by the JDK's own keytool. */
final class MailCertificate {
    private static final String PASSWORD = "key-of-a-test";
    private static final MailCertificate TRUSTED = new MailCertificate();

    private final Path folder;
    private final KeyStore keys;

    /** One that nobody knows. */
    MailCertificate() {
        try {
            folder = Files.createTempDirectory("mail-certificate");
            var store = folder.resolve("keys.p12");
            generate(store);
            keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
            Files.writeString(
                    folder.resolve("ca.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + encoder.encodeToString(keys.getCertificate("mail").getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that a desk is told to trust. */
    static MailCertificate trusted() {
        return TRUSTED;
    }

    /** The certificate alone, as PEM. */
    Path file() {
        return folder.resolve("ca.pem");
    }

    /** For a server that shows it, and for a visitor who trusts nothing else. */
    SSLContext context() {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate(Path store) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var command = ("-genkeypair -alias mail -keyalg EC -dname CN=mail -ext san=ip:127.0.0.1 -validity 2"
                        + " -storetype PKCS12 -storepass " + PASSWORD)
                .split(" ");
        var builder = new ProcessBuilder(keytool.toString());
        builder.command().addAll(java.util.List.of(command));
        builder.command().addAll(java.util.List.of("-keystore", store.toString()));
        try {
            var process = builder.redirectErrorStream(true).start();
            var words = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
