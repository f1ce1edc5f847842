// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// How many devices of a job stand where. They add up to all of them.
public record JobTally(long succeeded, long failed, long running, long pending, long unknown, long cancelled) {
    public static final JobTally NONE = new JobTally(0, 0, 0, 0, 0, 0);

    public long total() {
        return succeeded + failed + running + pending + unknown + cancelled;
    }

    /// Those that have ended, well or not.
    public long ended() {
        return succeeded + failed + unknown + cancelled;
    }
}
