package org.answerline.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerline.platform.web.RateLimit;

/** For tests, whose people all come from one address and write as fast as they can. */
public final class LimitsOff {
    /** Every rate limit switched off. */
    public static final Map<String, String> SETTINGS = Arrays.stream(RateLimit.values())
            .flatMap(limit -> limit.allowances().stream())
            .collect(Collectors.toUnmodifiableMap(
                    allowance -> allowance.setting().name(), allowance -> "0"));

    private LimitsOff() {}
}
