package org.answerline.sandbox.telegram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults now in force; the oldest that fits a call strikes it, then the weather gets its chance. */
public final class Faults {
    private static final class Armed {
        final Fault fault;
        int left;

        Armed(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    private final List<Armed> armed = new ArrayList<>();
    private final Map<Fault.Kind, Long> struck = new EnumMap<>(Fault.Kind.class);
    private final List<Runnable> cleared = new CopyOnWriteArrayList<>();
    private Map<Fault, Double> circuitBreaker = Map.of();
    private Random random = new Random(0);

    Faults() {}

    /** Puts a fault in force, after those already there. */
    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** Random faults from now on: each call is struck by at most one, with the given probabilities, repeatable by the seed. */
    public synchronized void circuitBreaker(long seed, Map<Fault, Double> probabilities) {
        random = new Random(seed);
        circuitBreaker = new LinkedHashMap<>(probabilities);
    }

    /** Ends all faults and the weather; calls left hanging lose their connection. */
    public void clear() {
        synchronized (this) {
            armed.clear();
            circuitBreaker = Map.of();
        }
        cleared.forEach(Runnable::run);
    }

    /** How many calls were struck so far. */
    public synchronized long count() {
        return struck.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many calls were struck by this kind of fault so far. */
    public synchronized long count(Fault.Kind kind) {
        return struck.getOrDefault(kind, 0L);
    }

    /** The faults in force, without the weather. */
    public synchronized List<Fault> inForce() {
        return armed.stream().map(one -> one.fault).toList();
    }

    void whenCleared(Runnable action) {
        cleared.add(action);
    }

    synchronized Optional<Fault> strike(Call call) {
        Optional<Fault> fault = firstArmed(call).or(() -> fromTheWeather(call));
        fault.ifPresent(one -> struck.merge(one.kind(), 1L, Long::sum));
        return fault;
    }

    private Optional<Fault> firstArmed(Call call) {
        for (Armed one : armed) {
            if (one.fault.strikes(call)) {
                if (one.fault.times() > 0 && --one.left == 0) {
                    armed.remove(one);
                }
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> fromTheWeather(Call call) {
        double dice = circuitBreaker.isEmpty() ? 1 : random.nextDouble();
        for (Map.Entry<Fault, Double> chance : circuitBreaker.entrySet()) {
            dice -= chance.getValue();
            if (dice < 0) {
                return Optional.of(chance.getKey()).filter(fault -> fault.strikes(call));
            }
        }
        return Optional.empty();
    }
}
