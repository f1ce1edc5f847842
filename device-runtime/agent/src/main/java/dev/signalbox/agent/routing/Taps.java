// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Which wires are tapped. A tap ends when nobody has asked for a while, or its wire leaves. From any thread.
final class Taps {
    static final int MOST = 8;

    private static final long LEASE_NANOS = TimeUnit.SECONDS.toNanos(TapQuestion.LEASE_SECONDS);

    private final LongSupplier nanos;
    private final Map<Traffic, Open> open = new HashMap<>();
    private boolean looking;

    private record Open(Tap tap, long end) {}

    /// @param nanos a clock that only goes forward
    Taps(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Opens a tap on the wire, or keeps it open.
    TapPage page(Traffic wire, String after) {
        return tap(wire).page(after);
    }

    private synchronized Tap tap(Traffic wire) {
        endLapsed();
        Open now = open.get(wire);
        if (now == null && open.size() >= MOST) {
            throw new ProblemException(RoutingProblems.tooManyTaps(MOST));
        }
        Tap tap = now == null ? new Tap() : now.tap();
        open.put(wire, new Open(tap, nanos.getAsLong() + LEASE_NANOS));
        if (now == null) {
            wire.tappedBy(tap);
            lookLater();
        }
        return tap;
    }

    /// Ends those that nobody has asked for a while.
    synchronized void endLapsed() {
        long now = nanos.getAsLong();
        open.entrySet().removeIf(one -> {
            boolean lapsed = one.getValue().end() - now <= 0;
            if (lapsed) {
                one.getKey().tappedBy(null);
            }
            return lapsed;
        });
    }

    /// Ends those of other wires.
    synchronized void keepOnly(Collection<Traffic> wires) {
        open.keySet().removeIf(wire -> {
            boolean left = !wires.contains(wire);
            if (left) {
                wire.tappedBy(null);
            }
            return left;
        });
    }

    /// How many are open.
    synchronized int count() {
        return open.size();
    }

    /// Costs nothing while none is open.
    private void lookLater() {
        if (looking) {
            return;
        }
        looking = true;
        CompletableFuture.delayedExecutor(TapQuestion.LEASE_SECONDS, TimeUnit.SECONDS)
                .execute(this::lookNow);
    }

    private synchronized void lookNow() {
        looking = false;
        endLapsed();
        if (!open.isEmpty()) {
            lookLater();
        }
    }
}
