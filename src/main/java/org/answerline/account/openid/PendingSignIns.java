package org.answerline.account.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.platform.web.HostCookie;

/**
 * The sign-ins that a browser has started, perhaps in several tabs. Only the last few are kept, in a cookie, so that viewing the page
 * creates no session. A browser that changes the cookie can only break its own sign-in.
 */
final class PendingSignIns {
    private static final HostCookie COOKIE = new HostCookie("sign_in_begun", 60 * 60);
    private static final int MOST = 8;

    /** The number of characters that every browser accepts in a cookie, less its name and attributes. */
    private static final int LONGEST = 3500;

    private PendingSignIns() {}

    static void add(PendingSignIn begun, HttpServletRequest request, HttpServletResponse response) {
        List<PendingSignIn> all = all(request);
        all.add(begun);
        keep(all.subList(Math.max(0, all.size() - MOST), all.size()), request, response);
    }

    /** Returns the sign-in with this state and removes it: each is completed once. */
    static Optional<PendingSignIn> take(String state, HttpServletRequest request, HttpServletResponse response) {
        List<PendingSignIn> all = all(request);
        Optional<PendingSignIn> found =
                all.stream().filter(one -> one.state().equals(state)).findFirst();
        found.ifPresent(one -> {
            all.remove(one);
            keep(all, request, response);
        });
        return found;
    }

    private static void keep(List<PendingSignIn> all, HttpServletRequest request, HttpServletResponse response) {
        if (all.isEmpty()) {
            COOKIE.forget(request, response);
            return;
        }
        String lines = all.stream().map(PendingSignIn::written).collect(Collectors.joining("\n"));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
        if (value.length() > LONGEST) {
            keep(all.subList(1, all.size()), request, response);
        } else {
            COOKIE.write(value, request, response);
        }
    }

    private static List<PendingSignIn> all(HttpServletRequest request) {
        List<PendingSignIn> all = new ArrayList<>();
        decoded(COOKIE.read(request).orElse(""))
                .lines()
                .map(PendingSignIn::read)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException changed) {
            return "";
        }
    }
}
