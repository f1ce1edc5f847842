// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// A door to the FX thread that a test opens by hand: work is done at once, but its answer arrives when the test says
/// so, and a pause ends when the test says so.
public final class ByHand implements OnFx {
    private final List<Runnable> answers = new ArrayList<>();
    private final List<Runnable> pauses = new ArrayList<>();

    @Override
    public <T> void fetch(Callable<T> work, Consumer<T> show, Consumer<Problem> explain) {
        try {
            T result = work.call();
            answers.add(() -> show.accept(result));
        } catch (ProblemException refused) {
            answers.add(() -> explain.accept(refused.problem()));
        } catch (Exception unforeseen) {
            throw new AssertionError(unforeseen);
        }
    }

    /// All answers that are under way arrive in the order they were asked for, also those that these lead to.
    public void arriveAll() {
        while (!answers.isEmpty()) {
            arriveFirst();
        }
    }

    /// The answer to the oldest question arrives.
    public void arriveFirst() {
        answers.removeFirst().run();
    }

    /// The answer to the newest question arrives, before older ones.
    public void arriveLast() {
        answers.removeLast().run();
    }

    /// How many answers are under way.
    public int underWay() {
        return answers.size();
    }

    /// The person pauses: what was to be done after a pause is done.
    public void pause() {
        List<Runnable> now = List.copyOf(pauses);
        pauses.clear();
        now.forEach(Runnable::run);
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
        pauses.add(action);
    }
}
