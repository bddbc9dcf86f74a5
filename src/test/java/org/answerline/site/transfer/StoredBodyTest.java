package org.answerline.site.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The space that bodies of senders who are not signed in take together. */
class StoredBodyTest {
    private static final int PIECE = 40 * 1024;
    private static final long MUCH = 100L << 20;
    private static final byte[] BYTES = new byte[PIECE];

    private final BodySpace all = new BodySpace();
    private final BodySpace.Share space = all.of("192.0.2.1");
    private final BodySpace.Share other = all.of("192.0.2.2");

    @Test
    void aFurtherLargeBodyIsNotKeptWhileOthersTakeTheSpace() throws IOException {
        assertTrue(other.take(0, BodySpace.MOST - PIECE));
        try (var first = anonymous();
                var second = anonymous()) {
            first.add(BYTES, PIECE);
            second.add(BYTES, PIECE);
            second.add(BYTES, PIECE);
            assertFalse(first.isCrowdedOut());
            assertEquals(PIECE, first.kept());
            assertTrue(second.isCrowdedOut());
            assertEquals(0, second.kept());
            assertEquals(2 * PIECE, second.received());
        }
        assertTrue(space.take(0, PIECE), "what was closed takes no space");
        assertFalse(space.take(0, 1), "and is not counted twice");
    }

    @Test
    void aBodyThatFindsNoMoreSpaceFreesWhatItHad() throws IOException {
        assertTrue(other.take(0, BodySpace.MOST - PIECE));
        try (var body = anonymous()) {
            body.add(BYTES, PIECE);
            body.add(BYTES, PIECE);
            assertTrue(body.isCrowdedOut());
            assertTrue(space.take(0, PIECE));
        }
        assertFalse(space.take(0, 1));
    }

    @Test
    void aSmallBodyAndOneOfAKnownSenderNeedNoSpace() throws IOException {
        assertTrue(other.take(0, BodySpace.MOST));
        try (var small = anonymous();
                var known = new StoredBody(MUCH, Optional.empty())) {
            small.add(BYTES, 1024);
            known.add(BYTES, PIECE);
            known.end();
            assertFalse(small.isCrowdedOut());
            assertArrayEquals(BYTES, known.open().readAllBytes());
        }
    }

    /** The owner may permit forms that are larger than the space. */
    @Test
    void theOnlyBodyMayBeLargerThanTheSpace() {
        assertTrue(space.take(0, BodySpace.MOST));
        assertTrue(space.take(BodySpace.MOST, PIECE));
        assertFalse(other.take(0, PIECE));
    }

    /** Bodies that arrive as slowly as is permitted take their space for hours. */
    @Test
    void theBodiesOfOneAddressLeaveSpaceForTheOthers() {
        assertTrue(space.take(0, BodySpace.MOST_OF_ADDRESS));
        assertFalse(space.take(0, 1));
        assertTrue(other.take(0, BodySpace.MOST - BodySpace.MOST_OF_ADDRESS));
        space.free(PIECE);
        assertTrue(space.take(0, PIECE));
        assertFalse(all.of("192.0.2.3").take(0, 1));
    }

    @Test
    void theOnlyBodyOfAnAddressMayBeLargerThanItsShare() {
        assertTrue(space.take(0, BodySpace.MOST_OF_ADDRESS));
        assertTrue(space.take(BodySpace.MOST_OF_ADDRESS, PIECE));
        assertFalse(space.take(0, PIECE));
    }

    @Test
    void whatIsBeyondTheLimitTakesNoSpace() throws IOException {
        assertTrue(other.take(0, BodySpace.MOST - PIECE));
        try (var body = new StoredBody(PIECE, Optional.of(space))) {
            body.add(BYTES, PIECE);
            body.add(BYTES, PIECE);
            assertFalse(body.isCrowdedOut());
            assertEquals(PIECE, body.kept());
        }
    }

    /** A server may report bytes after the end of the request; nobody would free the space. */
    @Test
    void nothingIsReservedForARequestThatIsOver() throws IOException {
        var body = anonymous();
        body.close();
        assertThrows(IOException.class, () -> body.add(BYTES, PIECE));
        body.close();
        assertTrue(space.take(0, BodySpace.MOST));
    }

    private StoredBody anonymous() {
        return new StoredBody(MUCH, Optional.of(space));
    }
}
