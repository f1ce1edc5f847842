// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.testing.disk.DiskStep;
import dev.signalbox.testing.disk.DiskWatch;
import java.nio.file.FileSystemException;

/// A disk that fails from one step on until it is mended.
final class FailingDisk implements DiskWatch {
    enum Fault {
        FULL,
        /// Nothing can be written, and nothing read.
        BROKEN,
        /// One step fails, the next does not.
        ONCE;

        private boolean concerns(DiskStep step) {
            return this != FULL || step.kind().grows();
        }
    }

    private final Fault fault;
    private int before;
    private int hits;
    private boolean on;

    /// @param before so many steps go well
    FailingDisk(Fault fault, int before) {
        this.fault = fault;
        this.before = before;
    }

    /// From now on it counts steps, or is well again.
    synchronized void fails(boolean from) {
        on = from;
    }

    synchronized boolean hasFailed() {
        return hits > 0;
    }

    @Override
    public synchronized void before(DiskStep step) throws FileSystemException {
        if (on && before-- <= 0 && fault.concerns(step) && (fault != Fault.ONCE || hits == 0)) {
            hits++;
            throw new FileSystemException(step.path().toString(), null, "the disk is " + fault);
        }
    }

    @Override
    public String toString() {
        return fault.toString();
    }
}
