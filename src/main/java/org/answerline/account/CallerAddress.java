package org.answerline.account;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request came from: the peer itself, or what a proxy beside us says about its peer. */
final class CallerAddress {
    private CallerAddress() {}

    // Only a peer in our own network can be our proxy, and only the last entry is its own word.
    static String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String told = request.getHeader("X-Forwarded-For");
        return told == null || !isNeighbour(peer) ? peer : last(told);
    }

    static boolean isNeighbour(String address) {
        return address.startsWith("127.")
                || address.startsWith("10.")
                || address.startsWith("192.168.")
                || address.matches("172\\.(1[6-9]|2[0-9]|3[01])\\..*")
                || address.matches("(?i)(0:0:0:0:0:0:0|:):1|f[cd][0-9a-f]{2}:.*");
    }

    static String last(String forwardedFor) {
        return forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
    }
}
