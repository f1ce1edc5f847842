// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.protocol.report.Problem;
import java.util.function.Consumer;

/// A value that outlives the process. Changed on the swap thread, asked from any.
final class Kept<T> {
    private final KeptFile<T> file;
    private final Retry writing;
    private final Consumer<Problem> complaints;
    private volatile T value;

    Kept(KeptFile<T> file, T value, SwapThread thread) {
        this.file = file;
        this.value = value;
        this.writing = new Retry(thread);
        this.complaints = thread.complaints();
    }

    T value() {
        return value;
    }

    /// What must be on disk before anything follows from it. Throws DiskRefused when the disk does not take it, and
    /// then all is as before: also on disk, as soon as that can be.
    void keep(T next) {
        writing.reset();
        try {
            file.write(next);
        } catch (DiskRefused refused) {
            writing.later(() -> write(() -> {}, toldAlready -> {}));
            throw refused;
        }
        value = next;
    }

    /// What holds whether or not the disk takes it: at once, and on disk as soon as that can be.
    ///
    /// @param onDisk done when it is there; not at all when another value overtakes it
    void keepSoon(T next, Runnable onDisk) {
        value = next;
        writing.reset();
        write(onDisk, complaints);
    }

    /// @param told why it is not written yet
    private void write(Runnable onDisk, Consumer<Problem> told) {
        try {
            file.write(value);
        } catch (DiskRefused refused) {
            told.accept(refused.problem());
            writing.later(() -> write(onDisk, toldAlready -> {}));
            return;
        }
        onDisk.run();
    }
}
