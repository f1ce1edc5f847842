// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes guessing slow: who was wrong several times has to wait, each time twice as long. Counted for an address and a
/// name together, because anybody could otherwise keep an operator out by guessing at his name; and, later, for the
/// address alone, so that neither many names nor an own password help. Bounded: what was quiet longest is forgotten
/// first.
final class Tries {
    private static final int FREE = 5;
    private static final int FREE_FOR_ALL_NAMES = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST = 10_000;
    private static final String ALL_NAMES = "";

    private final Clock clock;
    private final Map<Who, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, Wrong> eldest) {
            return size() > MOST;
        }
    };

    private record Who(String address, String name) {}

    private record Wrong(int times, Instant last, Instant until) {
        static final Wrong NEVER = new Wrong(0, Instant.MIN, Instant.MIN);
    }

    Tries(Clock clock) {
        this.clock = clock;
    }

    /// Counts a try as wrong until it turns out to be good, so that many at the same time do not slip through. Throws
    /// `operator.too-many-tries`.
    synchronized void begin(String from, String name) {
        var one = new Who(network(from), name);
        var all = new Who(network(from), ALL_NAMES);
        mayTry(one);
        mayTry(all);
        count(one, FREE);
        count(all, FREE_FOR_ALL_NAMES);
    }

    private void mayTry(Who who) {
        Instant until = before(who).until();
        if (clock.instant().isBefore(until)) {
            throw new ProblemException(OperatorProblems.tooManyTries(Duration.between(clock.instant(), until)));
        }
    }

    private Wrong before(Who who) {
        Wrong known = wrong.getOrDefault(who, Wrong.NEVER);
        boolean isOld = known.times() > 0 && known.last().plus(FORGOTTEN_AFTER).isBefore(clock.instant());
        return isOld ? Wrong.NEVER : known;
    }

    private void count(Who who, int free) {
        Instant now = clock.instant();
        int times = before(who).times() + 1;
        wrong.put(who, new Wrong(times, now, times < free ? Instant.MIN : now.plus(waiting(times - free))));
    }

    /// The last try was good. What else came from its address still counts.
    synchronized void good(String from, String name) {
        var all = new Who(network(from), ALL_NAMES);
        wrong.remove(new Who(network(from), name));
        wrong.computeIfPresent(all, (_, counted) -> oneLess(counted));
    }

    private static Wrong oneLess(Wrong counted) {
        int times = Math.max(0, counted.times() - 1);
        return new Wrong(times, counted.last(), times < FREE_FOR_ALL_NAMES ? Instant.MIN : counted.until());
    }

    /// Of IPv6 the first half: who has one address of a network has all.
    private static String network(String address) {
        return address.indexOf(':') < 0
                ? address
                : Stream.of(address.split(":", 5)).limit(4).collect(Collectors.joining(":"));
    }

    private static Duration waiting(int doublings) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(doublings, 16));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
