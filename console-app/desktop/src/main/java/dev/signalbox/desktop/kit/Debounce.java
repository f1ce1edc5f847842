// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits until a person pauses, then does the last thing asked for, once. Used on the FX thread only.
public final class Debounce {
    private final OnFx fx;
    private final Supplier<Duration> quiet;
    private @Nullable Runnable waiting;
    private long asked;

    public Debounce(OnFx fx, Duration quiet) {
        this(fx, () -> quiet);
    }

    /// @param quiet how long the pause has to be this time
    public Debounce(OnFx fx, Supplier<Duration> quiet) {
        this.fx = fx;
        this.quiet = quiet;
    }

    /// Does it after the pause, unless something else is asked for before.
    public void soon(Runnable action) {
        waiting = action;
        long mine = ++asked;
        fx.after(quiet.get(), () -> {
            if (asked == mine) {
                now();
            }
        });
    }

    /// Does what waits without waiting longer.
    public void now() {
        Runnable action = waiting;
        waiting = null;
        if (action != null) {
            action.run();
        }
    }

    /// Forgets what waits.
    public void cancel() {
        waiting = null;
    }
}
