// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Holds one loaded service: stops its code from outside, and knows what it opened. All methods may be called from any
/// thread.
///
/// Woven code asks the tether at each turn of a loop, at the start of each method and of each handler. While nothing is
/// to be stopped the question is a constant for the compiler and costs nothing.
public final class Tether {
    /// So many finally blocks and closings of try-with-resources may still begin after a stop.
    static final int GRACE = 256;

    private static final MethodHandle GO_ON = MethodHandles.empty(MethodType.methodType(void.class));

    private final MutableCallSite turns = new MutableCallSite(GO_ON);
    private final MutableCallSite cleanups = new MutableCallSite(GO_ON);
    private final AtomicInteger grace = new AtomicInteger(GRACE);
    private final Belongings belongings = new Belongings();
    private final Set<String> classes;
    private volatile @Nullable String reason;
    private volatile @Nullable String stoppedAt;

    /// @param classes binary names of the classes that are held
    public Tether(Set<String> classes) {
        this.classes = Set.copyOf(classes);
    }

    /// Makes all code of the service end with ServiceStopped, whatever it catches, and interrupts the
    /// threads it made. A second stop changes nothing. Does not wait; what cannot be stopped is told in
    /// docs/services.md.
    ///
    /// @param why a sentence for the author
    public void stop(String why) {
        synchronized (this) {
            if (reason == null) {
                reason = why;
                turns.setTarget(Guard.bound("turned", this));
                cleanups.setTarget(Guard.bound("cleaned", this));
                MutableCallSite.syncAll(new MutableCallSite[] {turns, cleanups});
            }
        }
        belongings.interrupt();
    }

    /// Why it was stopped; empty while it may run.
    public Optional<String> stopped() {
        return Optional.ofNullable(reason);
    }

    /// The author's line where the stop was first noticed: the loop that would not end, mostly. Empty before.
    public Optional<String> stoppedAt() {
        return Optional.ofNullable(stoppedAt);
    }

    /// The author's innermost line in a stack trace, of an exception or of a thread; empty when none of the service's
    /// code is in it.
    public Optional<String> line(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(element -> classes.contains(element.getClassName()) && element.getLineNumber() > 0)
                .findFirst()
                .map(element -> element.getFileName() + ":" + element.getLineNumber());
    }

    /// What the service opened or started and what is still open or alive. Waits up to a second for things that do not
    /// answer; these count as open.
    public List<Leftover> leftovers() {
        return belongings.leftovers();
    }

    /// How many things the service opened or started are still open or alive, those that do not tell among them. Does
    /// not wait.
    public int held() {
        return belongings.held();
    }

    MutableCallSite turns() {
        return turns;
    }

    MutableCallSite cleanups() {
        return cleanups;
    }

    Belongings belongings() {
        return belongings;
    }

    void turned() {
        String why = reason;
        if (why == null) {
            return;
        }
        var stopped = new ServiceStopped(why);
        if (stoppedAt == null) {
            stoppedAt = line(stopped.getStackTrace()).orElse(null);
        }
        throw stopped;
    }

    void cleaned() {
        if (grace.getAndDecrement() <= 0) {
            grace.set(0);
            turned();
        }
    }
}
