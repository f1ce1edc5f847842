// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one door to the FX thread. Slow work goes out through it and its result comes back through it.
///
/// Nobody else calls `Platform.runLater`, so what runs where can be read in one file and a view-model is tested with
/// `atOnce()`, without a toolkit.
public interface OnFx {
    /// Does the work elsewhere, then shows its result or explains why there is none. Two fetches may end in any order.
    <T> void fetch(Callable<T> work, Consumer<T> show, Consumer<Problem> explain);

    /// Makes a consumer that any thread may feed: what came in since the last pulse is shown as one list, so a flood
    /// costs one round per pulse.
    <T> Consumer<List<T>> batched(Consumer<List<T>> show);

    /// Waits until the work that was begun is done, not until it is shown; at most that long. For the end of the
    /// window.
    default void finish(Duration atMost) {}

    /// Runs something on the FX thread, soon.
    void later(Runnable action);

    /// Runs something on the FX thread after a pause.
    void after(Duration pause, Runnable action);

    /// Runs all on the calling thread, at once and without pauses. For tests.
    static OnFx atOnce() {
        return new AtOnce();
    }

    /// Runs on the toolkit's own thread, with slow work on virtual threads.
    static OnFx toolkit() {
        return new Pulsed(Platform::runLater);
    }
}
