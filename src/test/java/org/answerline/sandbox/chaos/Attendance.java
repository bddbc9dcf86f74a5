package org.answerline.sandbox.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** When each node served, as seen by the one who kills and starts them. */
final class Attendance {

    /** A time in which a node did not serve; without an end while it lasts. */
    private record Absence(String node, Instant from, Instant to) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && (to == null || !at.isAfter(to));
        }
    }

    private final List<Absence> absences = new ArrayList<>();

    /** The node serves no more, or not yet; nothing new if that is known. */
    synchronized void away(String node, Instant from) {
        if (absences.stream().noneMatch(one -> one.to() == null && one.node().equals(node))) {
            absences.add(new Absence(node, from, null));
        }
    }

    /** The node serves again. */
    synchronized void back(String node, Instant at) {
        absences.replaceAll(
                one -> one.to() == null && one.node().equals(node) ? new Absence(node, one.from(), at) : one);
    }

    /** Whether the node was away at some moment of this time. */
    synchronized boolean wasAway(String node, Instant from, Instant to) {
        return moments(from, to).anyMatch(at -> isAway(node, at));
    }

    /** Whether there was a moment of this time at which every node was away; each has been away before its first start. */
    synchronized boolean wereAllAway(Instant from, Instant to) {
        var nodes = absences.stream().map(Absence::node).distinct().toList();
        return moments(from, to).anyMatch(at -> nodes.stream().allMatch(node -> isAway(node, at)));
    }

    /** The moments at which somebody's absence may begin to count. */
    private Stream<Instant> moments(Instant from, Instant to) {
        return Stream.concat(
                Stream.of(from),
                absences.stream().map(Absence::from).filter(at -> at.isAfter(from) && !at.isAfter(to)));
    }

    private boolean isAway(String node, Instant at) {
        return absences.stream().anyMatch(one -> one.node().equals(node) && one.covers(at));
    }
}
