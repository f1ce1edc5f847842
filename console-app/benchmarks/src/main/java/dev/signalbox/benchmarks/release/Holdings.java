// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.release;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What this JVM holds after a collection of garbage.
///
/// @param metaspace bytes in use for classes
record Holdings(long metaspace, int classes, int threads, long files) {
    private static final long SLACK_BYTES = 1 << 20;
    private static final int SLACK = 50;

    static Holdings now() {
        System.gc();
        return new Holdings(
                metaspaceNow(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getOpenFileDescriptorCount());
    }

    private static long metaspaceNow() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    void print(String when) {
        System.out.printf(
                "%-24s metaspace %6.2f MiB   classes %5d   threads %3d   open files %3d%n",
                when, metaspace / 1048576.0, classes, threads, files);
    }

    /// But for what the JVM itself makes now and then, and one release that may not have been let go yet.
    boolean isNoMoreThan(Holdings before) {
        return metaspace - before.metaspace < SLACK_BYTES
                && classes - before.classes < SLACK
                && threads - before.threads < SLACK
                && files - before.files < SLACK;
    }
}
