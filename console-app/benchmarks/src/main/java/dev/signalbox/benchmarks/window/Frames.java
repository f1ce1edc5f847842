// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Counts the frames of some seconds while something moves in each of them.
final class Frames {
    private Frames() {}

    /// The milliseconds between one frame and the next.
    ///
    /// @param move is done before each frame, on the window's thread
    static double[] of(double seconds, Runnable move) {
        var done = new CompletableFuture<List<Double>>();
        Platform.runLater(() -> new AnimationTimer() {
            private final List<Double> gaps = new ArrayList<>();
            private final long begin = System.nanoTime();
            private long last = begin;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                gaps.add((now - last) / 1e6);
                last = now;
                move.run();
                if ((now - begin) / 1e9 > seconds) {
                    stop();
                    done.complete(gaps);
                }
            }
        }.start());
        return done.join().stream().skip(1).mapToDouble(Double::doubleValue).toArray();
    }
}
