package org.answerline.operations.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.answerline.account.SignInKind;

/** Looks at the settings of signing in: each kind needs its own, and a half-set one would let nobody in or everybody. */
final class SignInSettings {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final String HEADER_NAME = "[A-Za-z0-9-]{1,100}";

    private final UnaryOperator<String> environment;
    private final List<String> problems = new ArrayList<>();

    private SignInSettings(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    static List<String> problems(UnaryOperator<String> environment) {
        SignInSettings check = new SignInSettings(environment);
        check.kind();
        return check.problems;
    }

    private void kind() {
        String kind = value("SUPPORT_SIGN_IN").orElse("local");
        if (kind.equals(word(SignInKind.OIDC))) {
            openId();
        } else if (kind.equals(word(SignInKind.CONTAINER))) {
            container();
        } else if (!kind.equals(word(SignInKind.LOCAL))) {
            problems.add("SUPPORT_SIGN_IN must be local, oidc or container.");
        }
    }

    private void openId() {
        List.of("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET").stream()
                .filter(name -> value(name).isEmpty())
                .forEach(name ->
                        problems.add(name + " is not set: SUPPORT_SIGN_IN=oidc needs it, as the provider says."));
        value("OIDC_ISSUER")
                .filter(issuer -> !isSafeAddress(issuer))
                .ifPresent(issuer -> problems.add("OIDC_ISSUER must be an https URL (http only on this machine)."));
        value("OIDC_SCOPES")
                .filter(scopes -> !List.of(scopes.split(" +")).contains("openid"))
                .ifPresent(scopes -> problems.add("OIDC_SCOPES must contain openid."));
    }

    private void container() {
        for (String name : List.of("SUPPORT_PROXY_USER_HEADER", "SUPPORT_PROXY_NAME_HEADER")) {
            value(name)
                    .filter(header -> !header.matches(HEADER_NAME))
                    .ifPresent(header -> problems.add(name + " must be the name of a header, such as X-Remote-Email."));
        }
        Optional<String> proxies = value("SUPPORT_TRUSTED_PROXIES");
        if (value("SUPPORT_PROXY_USER_HEADER").isPresent() && proxies.isEmpty()) {
            problems.add("SUPPORT_TRUSTED_PROXIES is not set: without it anybody could send the header"
                    + " SUPPORT_PROXY_USER_HEADER names. Give the proxy's address.");
        }
        value("SUPPORT_SIGN_OUT_URL")
                .filter(address -> !address.matches("(https?://|/)\\S*"))
                .ifPresent(address -> problems.add("SUPPORT_SIGN_OUT_URL must be a URL or a path of this site."));
    }

    private static boolean isSafeAddress(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && (uri.getScheme().equals("https")
                            || uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost()));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private static String word(SignInKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
