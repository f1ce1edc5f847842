// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.guard.Cost;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each step costs, as totals.
class CostTest {
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whatAServicesThreadsAllocateIsItsOwn() {
        bench.run(1, """
                public class Maker extends CustomService {
                    public void start() {
                        var pool = java.util.concurrent.Executors.newFixedThreadPool(1);
                        pool.execute(() -> make());
                    }
                    private void make() {
                        for (int i = 0; i < 50; i++) { debug("made " + new byte[1_000_000].length); }
                        debug("all made");
                    }
                }
                """, "public class Idle extends CustomService { }");
        bench.awaitLine("all made");
        Cost maker = awaitCost("Maker", cost -> cost.allocatedBytes() >= 50 * MEGABYTE);
        assertThat(maker.residentBytes()).isZero();
        assertThat(cost("Idle").allocatedBytes()).isLessThan(10 * MEGABYTE);
    }

    @Test
    void totalsGoOnOverRestartsAndEndedThreads() {
        bench.run(1, """
                public class Weak extends CustomService {
                    public void process(Message message) {
                        debug("made " + new byte[30_000_000].length);
                        after(Duration.ofMillis(2_500), () -> { throw new IllegalStateException("no luck"); });
                    }
                    public void start() { submitAction("Weak", "go", Map.of()); }
                }
                """);
        bench.awaitState("Weak RESTARTING");
        awaitCost("Weak", cost -> cost.allocatedBytes() >= 60 * MEGABYTE);
    }

    @Test
    void aProcessOfItsOwnTellsItsMemoryAndTime() {
        bench.run(1, """
                from base_service import CustomService
                class Child(CustomService):
                    async def Start(self):
                        self.kept = bytearray(40_000_000)
                        n = 0
                        for i in range(3_000_000):
                            n += i
                        await self.Debug("kept")
                    async def Process(self, message):
                        pass
                """);
        bench.awaitLine("kept");
        Cost child = awaitCost("Child", cost -> cost.residentBytes() >= 40 * MEGABYTE && cost.cpuMillis() > 0);
        assertThat(child.allocatedBytes()).isLessThan(child.residentBytes());
    }

    @Test
    void aProcessThatTakesMoreMemoryThanItMayIsEndedAndStartedAgain() {
        bench.hub.properties = Map.of("memoryMegabytes", "60");
        bench.run(1, """
                from base_service import CustomService
                class Glutton(CustomService):
                    async def Start(self):
                        self.kept = bytearray(100_000_000)
                    async def Process(self, message):
                        pass
                """);
        bench.awaitLine("The process of Glutton had ");
        bench.awaitState("Glutton RESTARTING");
    }

    @Test
    void whoAsksForMoreMemoryThanThereIsDiesAndItsNeighboursGoOn() {
        bench.run(1, """
                public class Greedy extends CustomService {
                    public void start() { debug("got " + new long[Integer.MAX_VALUE - 8].length); }
                }
                """, """
                public class Ticker extends CustomService {
                    public void start() { every(Duration.ofMillis(5), () -> debug("tick")); }
                }
                """);
        bench.awaitLine("Unhandled OutOfMemoryError in Greedy.java:2");
        bench.awaitState("Greedy QUARANTINED");
        bench.lines.clear();
        bench.awaitLine("tick");
    }

    private Cost awaitCost(String step, Predicate<Cost> wanted) {
        Await.until(step + " costs what it does", Bench.SOON, () -> wanted.test(cost(step)));
        return cost(step);
    }

    private Cost cost(String step) {
        return bench.guard.supervision().costs().of(new StepAddress("flow", step));
    }
}
