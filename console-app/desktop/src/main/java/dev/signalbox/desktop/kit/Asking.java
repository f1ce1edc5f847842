// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What a page asks of the hub, and what went wrong with the last question. Used on the FX thread only.
public final class Asking {
    private final OnFx fx;
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Problem> lasting = Optional.empty();

    public Asking(OnFx fx) {
        this.fx = fx;
    }

    /// Shows the answer, or keeps the problem for the page's banner.
    public <T> void ask(Callable<T> question, Consumer<T> show) {
        fx.fetch(
                question,
                answer -> {
                    problem.set(lasting);
                    show.accept(answer);
                },
                what -> problem.set(Optional.of(what)));
    }

    /// Keeps a problem of a question that was asked in another way.
    public void explain(Problem what) {
        problem.set(Optional.of(what));
    }

    /// What was asked in another way has its answer.
    public void clear() {
        problem.set(lasting);
    }

    /// Keeps a problem that no answer puts right, so that it is told until the person hides it.
    public void explainLasting(Problem what) {
        lasting = Optional.of(what);
        problem.set(lasting);
    }

    /// Why the last question has no answer; empty when it has one.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
