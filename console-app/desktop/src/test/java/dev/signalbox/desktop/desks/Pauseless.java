// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The toolkit's door, before a person who never pauses: nothing saves itself.
public final class Pauseless implements OnFx {
    private final OnFx toolkit = OnFx.toolkit();

    @Override
    public <T> void fetch(Callable<T> work, Consumer<T> show, Consumer<Problem> explain) {
        toolkit.fetch(work, show, explain);
    }

    @Override
    public <T> Consumer<List<T>> batched(Consumer<List<T>> show) {
        return toolkit.batched(show);
    }

    @Override
    public void later(Runnable action) {
        toolkit.later(action);
    }

    @Override
    public void after(Duration pause, Runnable action) {}
}
