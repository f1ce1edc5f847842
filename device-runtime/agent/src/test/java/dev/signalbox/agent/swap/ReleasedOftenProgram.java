// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.signalbox.protocol.report.StepState;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

/// Releases one service again and again, each time another version that leaves a file and a thread behind. Says what
/// the process holds after some of them, and after all. Arguments: a folder, and how many releases each time.
final class ReleasedOftenProgram {
    private ReleasedOftenProgram() {}

    public static void main(String[] args) {
        try (var bench = new Bench(Path.of(args[0]), new HubTable(), Duration.ZERO, line -> {})) {
            long version = 0;
            for (int part = 1; part < args.length; part++) {
                for (long end = version + Long.parseLong(args[part]); version < end; ) {
                    version++;
                    bench.run(version, source(version));
                    bench.awaitStand(Bench.running(version));
                    bench.awaitStep("Made", StepState.RUNNING);
                }
                System.out.println("HELD " + held());
            }
        } catch (Throwable failed) {
            failed.printStackTrace(System.out);
        }
        System.exit(0);
    }

    private static String source(long version) {
        return """
                public class Made extends CustomService {
                    record Pair(String a, long b) {}
                    long sum;

                    public void start() throws Exception {
                        sum += new Pair("a", %dL).b();
                        new java.io.FileInputStream("/dev/null");
                        new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.parkNanos(1_000_000); }).start();
                        every(Duration.ofMillis(1), () -> sum++);
                    }
                }
                """.formatted(version);
    }

    /// Classes, kibibytes of metaspace, threads, open files.
    private static String held() {
        System.gc();
        var machine = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() + " " + metaspace / 1024 + " "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " " + machine.getOpenFileDescriptorCount();
    }
}
