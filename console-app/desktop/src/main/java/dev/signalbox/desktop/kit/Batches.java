// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Collects what any thread brings and hands it over as one list at the next pulse.
final class Batches<T> implements Consumer<List<T>> {
    private final Object lock = new Object();
    private final Executor fxThread;
    private final Consumer<List<T>> show;
    private List<T> waiting = new ArrayList<>();

    Batches(Executor fxThread, Consumer<List<T>> show) {
        this.fxThread = fxThread;
        this.show = show;
    }

    @Override
    public void accept(List<T> more) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty() && !more.isEmpty();
            waiting.addAll(more);
        }
        if (first) {
            fxThread.execute(this::showAtNextPulse);
        }
    }

    private void showAtNextPulse() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                show.accept(take());
            }
        }.start();
    }

    private List<T> take() {
        synchronized (lock) {
            List<T> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        }
    }
}
