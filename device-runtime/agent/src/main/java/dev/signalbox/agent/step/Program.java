// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.List;
import java.util.Optional;

/// What a step runs, in whatever language it is written. Made before anything is stopped, and used for as many runs as
/// the step needs.
public interface Program extends AutoCloseable {
    /// Of a step that does not run.
    Program NONE = new Program() {
        @Override
        public Run begin(RunRuntime runtime) {
            throw new IllegalStateException("There is nothing to run");
        }

        @Override
        public boolean hasAction(String action) {
            return false;
        }

        @Override
        public void close() {}
    };

    /// A fresh run; the service's constructor has been called when this returns. Throws what the author's code threw.
    Run begin(RunRuntime runtime) throws Exception;

    /// Whether the service has a method for the action. May be asked from any thread.
    boolean hasAction(String action);

    /// Whether runs are in this process, so that what they are at is watched, and can be halted.
    default boolean runsHere() {
        return false;
    }

    /// Ends the code of all runs, wherever it is. From any thread; does not wait. A run that
    /// begins later is not concerned.
    default void halt(String why) {}

    /// Whether that is how a halt ends the author's code, and no fault of it.
    default boolean isHalt(Throwable thrown) {
        return false;
    }

    /// The process it runs in now, when it has one of its own.
    default Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    /// How many files, sockets, threads and the like its runs hold open, as far as that is known. Does not wait.
    default int held() {
        return 0;
    }

    /// The author's line at which a thread is, as far as that is known.
    default Optional<String> line(Thread thread) {
        return Optional.empty();
    }

    /// Closes what runs opened or started and left so, and tells of each what it is and where it was made.
    default List<String> sweep() {
        return List.of();
    }

    /// The same at the end of the last run, together with a halt.
    default List<String> end() {
        return List.of();
    }

    /// Lets go of what a halted run had in memory, its static fields too. Between two runs, after the sweep.
    default void renew() {}

    /// No run begins any more. What is held open is closed.
    @Override
    void close();
}
