// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.time.Duration;

/// Does something at once, and then twice a second at most however often it is asked. On the FX thread.
public final class Beat {
    private static final Duration REST = Duration.ofMillis(500);

    private final OnFx fx;
    private final Runnable work;
    private boolean resting;
    private boolean asked;

    public Beat(OnFx fx, Runnable work) {
        this.fx = fx;
        this.work = work;
    }

    /// Now, or when it has rested.
    public void ask() {
        if (resting) {
            asked = true;
            return;
        }
        resting = true;
        work.run();
        fx.after(REST, this::rested);
    }

    private void rested() {
        resting = false;
        if (asked) {
            asked = false;
            ask();
        }
    }
}
