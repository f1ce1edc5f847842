// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.load.LoadedService;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ReloadTest {
    private static final int WARM = 300;
    private static final int LOADS = 2_000;
    private static final long SLACK = 2L << 20;

    @Test
    void twoThousandLoadsLeaveNoClassBehind() throws Exception {
        Compilation compilation = Offender.COMPILER.compile("Made.java", """
                public class Made extends CustomService {
                    record Pair(String a, long b) {}
                    long x;
                    public void start() throws Exception {
                        Function<Runnable, Thread> make = Thread::new;
                        Thread thread = make.apply(() -> { while (true) x++; });
                        thread.start();
                        for (int i = 0; i < 10; i++) new java.io.FileInputStream("/dev/null").close();
                        try { System.exit(new Pair("a", 1).hashCode()); } catch (Error refused) { x++; }
                    }
                }
                """);
        assertThat(compilation.diagnostics()).isEmpty();
        for (int i = 0; i < WARM; i++) {
            loadAndStop(compilation);
        }
        long before = classes();
        long metaspace = metaspace();
        for (int i = 0; i < LOADS; i++) {
            loadAndStop(compilation);
        }
        assertThat(classes() - before).isLessThan(WARM);
        assertThat(metaspace() - metaspace).isLessThan(SLACK);
    }

    private static void loadAndStop(Compilation compilation) throws Exception {
        var loaded = LoadedService.load(compilation);
        loaded.newInstance().start();
        loaded.tether().stop("the next one comes");
        for (Leftover left : loaded.tether().leftovers()) {
            assertThat(left.close()).as("%s", left).isTrue();
        }
    }

    private static long classes() {
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long metaspace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
