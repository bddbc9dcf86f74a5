package org.answerline.account.openid;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sign-ins that a browser has begun, in several tabs perhaps; only the last few are kept, as texts that any node can read. */
final class PendingSignIns {
    private static final String NAME = "org.answerline.account.openid.pending";
    private static final int MOST = 8;

    private PendingSignIns() {}

    static void add(HttpSession session, PendingSignIn begun) {
        List<PendingSignIn> all = all(session);
        all.add(begun);
        keep(session, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Each comes back once. */
    static Optional<PendingSignIn> take(HttpSession session, String state) {
        if (session == null) {
            return Optional.empty();
        }
        List<PendingSignIn> all = all(session);
        Optional<PendingSignIn> found =
                all.stream().filter(one -> one.state().equals(state)).findFirst();
        found.ifPresent(one -> {
            all.remove(one);
            keep(session, all);
        });
        return found;
    }

    private static void keep(HttpSession session, List<PendingSignIn> all) {
        String[] texts = all.stream().map(PendingSignIn::written).toArray(String[]::new);
        session.setAttribute(NAME, texts);
    }

    private static List<PendingSignIn> all(HttpSession session) {
        List<PendingSignIn> all = new ArrayList<>();
        if (session.getAttribute(NAME) instanceof String[] texts) {
            List.of(texts).forEach(text -> all.add(PendingSignIn.read(text)));
        }
        return all;
    }
}
