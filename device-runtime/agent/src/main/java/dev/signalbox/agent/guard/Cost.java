// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

/// What a step has cost since the node was started, over all its restarts and versions.
///
/// @param cpuMillis time that its threads, or its process, were on a processor
/// @param allocatedBytes what its threads have allocated on the node's heap; 0 in a process of its own
/// @param residentBytes memory of its own process now; 0 when it has none, or the system does not tell
public record Cost(long cpuMillis, long allocatedBytes, long residentBytes) {
    /// Of a step that nobody has looked at yet.
    public static final Cost NONE = new Cost(0, 0, 0);

    private static final long CPU_GRAIN = 10;
    private static final long BYTES_GRAIN = 1 << 20;

    /// Rounded down to 10 ms and 1 MiB: a step that only waits then stands still, and is not worth a report.
    public Cost coarse() {
        return new Cost(
                cpuMillis - cpuMillis % CPU_GRAIN,
                allocatedBytes - allocatedBytes % BYTES_GRAIN,
                residentBytes - residentBytes % BYTES_GRAIN);
    }
}
