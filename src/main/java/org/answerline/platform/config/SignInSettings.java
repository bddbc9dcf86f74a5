package org.answerline.platform.config;

import java.net.URI;
import java.util.List;

/** The settings that say how users sign in. */
public final class SignInSettings {
    /** {@code local}, {@code oidc} or {@code container}. */
    public static final Setting<SignInKind> KIND = SettingTypes.choice(
                    "SUPPORT_SIGN_IN", List.of(SignInKind.values()), SignInKind::word)
            .byDefault("local")
            .documented("local, oidc or container: what authenticates users. Each has settings of its own:"
                    + " [sign-in.md](sign-in.md)");

    /** {@code open} or {@code closed}. */
    public static final Setting<String> SIGN_UP = SettingTypes.choice("SUPPORT_SIGN_UP", List.of("open", "closed"))
            .byDefault("open")
            .documented("open or closed: whether users may create accounts themselves");

    /** The issuer, exactly as its metadata name it. */
    public static final Setting<String> ISSUER = SettingTypes.text("OIDC_ISSUER", SignInSettings::isHttps, "issuer")
            .usedWhen(SignInSettings::isOpenId)
            .requiredWhen(SignInSettings::isOpenId, "openid.missing")
            .defaultNote("required")
            .documented("the issuer's URL, https, exactly as its `/.well-known/openid-configuration` names it");

    /** What the provider calls this application. */
    public static final Setting<String> CLIENT_ID = SettingTypes.anyText("OIDC_CLIENT_ID")
            .usedWhen(SignInSettings::isOpenId)
            .requiredWhen(SignInSettings::isOpenId, "openid.missing")
            .defaultNote("required")
            .documented("the client id that the provider gave you");

    /** The password of the client id. */
    public static final Setting<String> CLIENT_SECRET = SettingTypes.anyText("OIDC_CLIENT_SECRET")
            .usedWhen(SignInSettings::isOpenId)
            .requiredWhen(SignInSettings::isOpenId, "openid.missing")
            .secret()
            .defaultNote("required")
            .documented("the client secret that the provider gave you");

    /** Scopes, separated by blanks. */
    public static final Setting<String> SCOPES = SettingTypes.text(
                    "OIDC_SCOPES", scopes -> List.of(scopes.split(" +")).contains("openid"), "scopes")
            .usedWhen(SignInSettings::isOpenId)
            .byDefault("openid email profile")
            .documented("must give the e-mail address, in the ID token or at the provider's userinfo endpoint");

    /** A header's name. */
    public static final Setting<String> USER_HEADER = headerName("SUPPORT_PROXY_USER_HEADER")
            .documented("the header that holds the user's e-mail address, such as X-Remote-Email; it needs"
                    + " SUPPORT_TRUSTED_PROXIES");

    /** A header's name. */
    public static final Setting<String> NAME_HEADER = headerName("SUPPORT_PROXY_NAME_HEADER")
            .documented(
                    "the header that holds the user's name, such as X-Remote-Name: UTF-8, ISO-8859-1 or encoded words"
                            + " (RFC 2047)");

    /** A URL or a path. */
    public static final Setting<String> SIGN_OUT_URL = SettingTypes.text(
                    "SUPPORT_SIGN_OUT_URL", "(https?://|/)\\S*", "sign_out_url")
            .usedWhen(settings -> isKind(settings, SignInKind.CONTAINER))
            .documented("where the link \"Sign out\" leads; without it there is no such link");

    private SignInSettings() {}

    static boolean isHeaderUsed(Settings settings) {
        return isKind(settings, SignInKind.CONTAINER) && settings.isSet(USER_HEADER);
    }

    private static SettingBuilder<String> headerName(String name) {
        return SettingTypes.text(name, "[A-Za-z0-9-]{1,100}", "header_name")
                .usedWhen(settings -> isKind(settings, SignInKind.CONTAINER));
    }

    private static boolean isOpenId(Settings settings) {
        return isKind(settings, SignInKind.OIDC);
    }

    private static boolean isKind(Settings settings, SignInKind kind) {
        return settings.text(KIND).filter(kind.word()::equals).isPresent();
    }

    /** Whether the text is an https URL; http is enough on this machine only. */
    static boolean isHttps(String text) {
        URI uri = URI.create(text);
        boolean local = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
        return uri.getHost() != null && ("https".equals(uri.getScheme()) || local && "http".equals(uri.getScheme()));
    }
}
