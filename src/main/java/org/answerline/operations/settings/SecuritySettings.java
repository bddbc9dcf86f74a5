package org.answerline.operations.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.TrustedProxies;

/** Looks at the settings about limits, proxies and frames; one line a fault. */
final class SecuritySettings {
    private static final String ANCESTOR = "(?:self|https?://[a-z0-9.:\\[\\]-]+)";
    private static final Pattern FRAME_ANCESTORS =
            Pattern.compile("|none|" + ANCESTOR + "(?:\\s*,\\s*" + ANCESTOR + ")*");

    private final UnaryOperator<String> environment;
    private final List<String> problems = new ArrayList<>();

    private SecuritySettings(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    static List<String> problems(UnaryOperator<String> environment) {
        var check = new SecuritySettings(environment);
        Arrays.stream(RateLimit.values())
                .flatMap(limit -> limit.allowances().stream())
                .forEach(allowance -> check.limit(allowance.setting()));
        check.proxies();
        check.frameAncestors();
        return List.copyOf(check.problems);
    }

    private void limit(String name) {
        if (!value(name).matches("|[0-9]{1,6}")) {
            problems.add(name + " must be a whole number; 0 is off.");
        }
    }

    private void proxies() {
        try {
            TrustedProxies.of(value("SUPPORT_TRUSTED_PROXIES"));
        } catch (IllegalArgumentException noNetwork) {
            problems.add("SUPPORT_TRUSTED_PROXIES must be addresses or networks such as 192.0.2.7,10.0.0.0/8.");
        }
    }

    private void frameAncestors() {
        if (!FRAME_ANCESTORS.matcher(value("SUPPORT_FRAME_ANCESTORS")).matches()) {
            problems.add("SUPPORT_FRAME_ANCESTORS must be none, or self and origins such as https://www.example.org,"
                    + " separated by commas.");
        }
    }

    private String value(String name) {
        String value = environment.apply(name);
        return value == null ? "" : value.strip();
    }
}
