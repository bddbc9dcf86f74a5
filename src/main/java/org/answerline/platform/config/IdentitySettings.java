package org.answerline.platform.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The settings by which a site vouches for its users: at most one of the two. */
public final class IdentitySettings {
    private static final int SHORTEST_SECRET = 32;

    /** Shared secrets, each of at least 32 bytes of UTF-8. */
    public static final Setting<List<String>> SECRETS = new SettingBuilder<>(
                    "SUPPORT_IDENTITY_SECRET", IdentitySettings::secrets, "identity_secret")
            .secret()
            .rule(IdentitySettings::isOneOnly, "identity.both")
            .documented("a secret of at least 32 bytes by which your site signs tokens for its users (HS256); several,"
                    + " separated by commas, while one takes the place of another: [identity.md](identity.md)");

    /** Where the key set is: a URL, or the URI of a file. */
    public static final Setting<URI> KEY_SET = new SettingBuilder<>(
                    "SUPPORT_IDENTITY_JWKS", IdentitySettings::location, "identity_jwks")
            .rule(IdentitySettings::isFileReadable, "identity.file")
            .documented("in its place the URL or the file of your site's public keys (RS256, ES256, EdDSA):"
                    + " [identity.md](identity.md)");

    private IdentitySettings() {}

    private static List<String> secrets(String text) {
        List<String> secrets = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (secrets.stream().anyMatch(secret -> secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET)) {
            throw new IllegalArgumentException();
        }
        return secrets;
    }

    private static URI location(String text) {
        if (text.startsWith("/") || text.matches("[A-Za-z]:[\\\\/].*")) {
            return Path.of(text).toUri();
        }
        URI uri = URI.create(text);
        if (!"file".equals(uri.getScheme()) && !SignInSettings.isHttps(text)) {
            throw new IllegalArgumentException();
        }
        // A file on another host, or one without a path, fails here.
        return "file".equals(uri.getScheme()) ? Path.of(uri).toUri() : uri;
    }

    private static boolean isOneOnly(Settings settings) {
        return !settings.isSet(SECRETS) || !settings.isSet(KEY_SET);
    }

    private static boolean isFileReadable(Settings settings) {
        return settings.configured(KEY_SET)
                .filter(location -> "file".equals(location.getScheme()))
                .map(location -> Files.isReadable(Path.of(location)) && Files.isRegularFile(Path.of(location)))
                .orElse(true);
    }
}
