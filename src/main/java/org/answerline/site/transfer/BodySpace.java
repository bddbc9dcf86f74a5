package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The space that the bodies of senders who are not known may take in the temporary folder of this node, all together: anybody can send
 * some, as slowly as {@link SendingPace} permits. Senders who are signed in have another limit, that of their files.
 *
 * <p>One network address has a share of it, so that a single sender does not keep everybody else out for as long as a slow body takes.
 */
@ApplicationScoped
class BodySpace {
    /** In bytes; a quarter of the temporary folder that the examples for containers have. */
    static final long MOST = 128L << 20;

    /** The bytes that several bodies from one address may take. */
    static final long MOST_OF_ADDRESS = MOST / 2;

    private final Map<String, Long> taken = new HashMap<>();

    /** The space that bodies from one network address take. */
    record Share(BodySpace space, String address) {

        /**
         * Reserves space for a body, unless too much is taken. The only body may be larger than the whole space, and the only one of its
         * address larger than the share, because the owner may permit such forms.
         *
         * @param own the number of bytes that the body has reserved before
         * @param more the number of further bytes
         */
        boolean take(long own, long more) {
            return space.take(address, own, more);
        }

        /** Frees this number of bytes. */
        void free(long bytes) {
            space.free(address, bytes);
        }
    }

    /**
     * The share of one sender.
     *
     * @param address as {@link org.answerline.platform.web.CallerAddress} has it
     */
    Share of(String address) {
        return new Share(this, address);
    }

    private synchronized boolean take(String address, long own, long more) {
        long ofAddress = taken.getOrDefault(address, 0L);
        if (isTooMuch(ofAddress, own, more, MOST_OF_ADDRESS) || isTooMuch(all(), own, more, MOST)) {
            return false;
        }
        taken.put(address, ofAddress + more);
        return true;
    }

    private static boolean isTooMuch(long taken, long own, long more, long most) {
        return taken + more > most && taken > own;
    }

    private synchronized void free(String address, long bytes) {
        taken.computeIfPresent(address, (same, before) -> before > bytes ? Long.valueOf(before - bytes) : null);
    }

    private long all() {
        return taken.values().stream().mapToLong(Long::longValue).sum();
    }
}
