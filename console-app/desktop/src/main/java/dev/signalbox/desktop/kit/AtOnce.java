// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// No thread but the caller's.
final class AtOnce implements OnFx {
    @Override
    public <T> void fetch(Callable<T> work, Consumer<T> show, Consumer<Problem> explain) {
        T result;
        try {
            result = work.call();
        } catch (Exception failed) {
            explain.accept(Failures.explain(failed));
            return;
        }
        show.accept(result);
    }

    @Override
    public <T> Consumer<List<T>> batched(Consumer<List<T>> show) {
        return show;
    }

    @Override
    public void later(Runnable action) {
        action.run();
    }

    @Override
    public void after(Duration pause, Runnable action) {
        action.run();
    }
}
