package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The space that the bodies of senders who are not known may take in the temporary folder of this node, all together: anybody can send
 * some, as slowly as {@link SendingPace} permits. Senders who are signed in have another limit, that of their files.
 */
@ApplicationScoped
class BodySpace {
    /** In bytes; a quarter of the temporary folder that the examples for containers have. */
    static final long MOST = 128L << 20;

    private long taken;

    /**
     * Reserves space for a body, unless too much is taken. The only body may be larger than the whole space, because the owner may permit
     * such forms.
     *
     * @param own the number of bytes that the body has reserved before
     * @param more the number of further bytes
     */
    synchronized boolean take(long own, long more) {
        if (taken + more > MOST && taken > own) {
            return false;
        }
        taken += more;
        return true;
    }

    /** Frees this number of bytes. */
    synchronized void free(long bytes) {
        taken -= bytes;
    }
}
