// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/// All that one service opened or started, with its lines. What was closed or is gone is let go from time to time, so
/// that a service which opens and closes a file a message does not fill it.
final class Belongings {
    private static final int FEW = 64;

    private List<Belonging> all = new ArrayList<>();
    private int sweepAt = FEW;

    /// Called by woven code with what it opened.
    ///
    /// @return what the service goes on with: the same, but a factory of threads that writes its threads down
    @Nullable
    Object add(@Nullable Object opened, String place) {
        if (opened instanceof ThreadFactory factory) {
            return (ThreadFactory) task -> {
                Thread made = factory.newThread(task);
                add(made, place);
                return made;
            };
        }
        if (opened != null) {
            add(new Belonging(opened, place));
        }
        return opened;
    }

    private synchronized void add(Belonging belonging) {
        if (all.size() >= sweepAt) {
            all = new ArrayList<>(all.stream().filter(Belongings::kept).toList());
            sweepAt = Math.max(FEW, 2 * all.size());
        }
        all.add(belonging);
    }

    /// How many things are written down, closed ones among them.
    synchronized int size() {
        return all.size();
    }

    /// How many are open, as far as can be told at once.
    int held() {
        return Math.toIntExact(copy().stream().filter(Belongings::kept).count());
    }

    List<Leftover> leftovers() {
        var open = new ArrayList<Leftover>();
        for (Belonging belonging : copy()) {
            Object held = belonging.held();
            if (held == null) {
                continue;
            }
            switch (asked(belonging, held)) {
                case OPEN -> open.add(new Leftover(belonging, held));
                case NOT_TOLD -> Ending.end(belonging, held);
                case CLOSED -> {}
            }
        }
        return open;
    }

    void interrupt() {
        for (Belonging belonging : copy()) {
            try {
                interrupt(belonging.held());
            } catch (RuntimeException | ServiceStopped authors) {
                // a class of the author's that does it its own way; the next one is interrupted all the same
            }
        }
    }

    private static void interrupt(@Nullable Object held) {
        switch (held) {
            case Thread thread -> thread.interrupt();
            case ExecutorService executor -> {
                var _ = executor.shutdownNow();
            }
            case null, default -> {}
        }
    }

    private static Openness asked(Belonging belonging, Object held) {
        try {
            return Openness.of(belonging, held);
        } catch (RuntimeException | ServiceStopped authors) {
            return Openness.OPEN;
        }
    }

    private synchronized List<Belonging> copy() {
        return List.copyOf(all);
    }

    private static boolean kept(Belonging belonging) {
        Object held = belonging.held();
        return held != null && !Openness.over(belonging, held);
    }
}
