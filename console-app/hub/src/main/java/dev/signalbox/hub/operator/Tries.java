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

/// Makes guessing slow: who was wrong several times has to wait, each time twice as long. Counted by address, because
/// anybody could otherwise keep an operator out by guessing at his name. Bounded: the address that was quiet longest is
/// forgotten first.
final class Tries {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Wrong(int times, Instant until) {}

    Tries(Clock clock) {
        this.clock = clock;
    }

    /// Counts a try as wrong until it turns out to be good, so that many at the same time do not slip through. Throws
    /// `operator.too-many-tries`.
    synchronized void begin(String from) {
        String address = network(from);
        Wrong before = wrong.getOrDefault(address, new Wrong(0, Instant.MIN));
        Instant now = clock.instant();
        if (now.isBefore(before.until())) {
            throw new ProblemException(OperatorProblems.tooManyTries(Duration.between(now, before.until())));
        }
        int times = before.times() + 1;
        wrong.put(address, new Wrong(times, times < FREE ? Instant.MIN : now.plus(waiting(times - FREE))));
    }

    synchronized void good(String from) {
        wrong.remove(network(from));
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
