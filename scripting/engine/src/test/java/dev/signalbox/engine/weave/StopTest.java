// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StopTest {
    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("in start", "public void start() { while (true) {} }", 2),
                Arguments.of("with work", """
                        double x;
                        public void start() {
                            for (int i = 0; ; i++)
                                x += Math.sqrt(i);
                        }""", 5),
                Arguments.of("nested", """
                        long x;
                        public void start() {
                            for (;;) for (int i = 0; i < 1_000; i++) for (long j = 0; j < 1_000L; j++) x += i * j;
                        }""", 4),
                Arguments.of("do while", "int x; public void start() { do x++; while (x != 0 || x == 0); }", 2),
                Arguments.of("continue with label", """
                        int x;
                        public void start() {
                            again: while (true) { x++; for (int i = 0; i < 9; i++) if (i == x % 9) continue again; }
                        }""", 4),
                Arguments.of("switch", """
                        int x;
                        public void start() {
                            while (true) switch (x++ % 3) { case 0: continue; case 1: break; default: x += 2; }
                        }""", 4),
                Arguments.of("in catch Throwable", """
                        public void start() {
                            while (true) { try { throw new IllegalStateException(); } catch (Throwable any) { any = null; } }
                        }""", 3),
                Arguments.of("in an empty catch", """
                        public void start() { while (true) { try { debug("no runtime"); } catch (Throwable any) {} } }
                        """, 2),
                Arguments.of("in an unnamed catch", """
                        public void start() { while (true) try { debug("no runtime"); } catch (Throwable _) {} }
                        """, 2),
                Arguments.of("around a loop", """
                        int x;
                        public void start() {
                            while (true) try { while (true) x++; } catch (Throwable any) { debug("caught"); }
                        }""", 4),
                Arguments.of("in finally", """
                        int x;
                        public void start() { try { x = 1; } finally { while (true) x++; } }""", 3),
                Arguments.of("finally that goes on", """
                        int x;
                        @SuppressWarnings("finally")
                        public void start() { while (true) try { while (true) x++; } finally { continue; } }""", 4),
                Arguments.of("with resources", """
                        interface R extends AutoCloseable { void close(); }
                        public void start() { R r = () -> { while (true) {} }; while (true) try (r) { while (true) {} } }""", 3),
                Arguments.of("locked", """
                        int x;
                        public void start() { while (true) synchronized (this) { x++; } }""", 3),
                Arguments.of("lambda", """
                        public void start() { Runnable r = () -> { while (true) {} }; r.run(); }""", 2),
                Arguments.of("local class", """
                        public void start() {
                            class Local { void spin() { while (true) {} } }
                            new Local().spin();
                        }""", 3),
                Arguments.of("anonymous class", """
                        public void start() { new Object() { void spin() { while (true) {} } }.spin(); }""", 2),
                Arguments.of("interface", """
                        interface Spins { default void spin() { while (true) {} } }
                        public void start() { new Spins() {}.spin(); }""", 2),
                Arguments.of("static initialiser", """
                        static class Late { static int x; static { while (x >= 0) x = 1; } }
                        public void start() { Late.x = 2; }""", 2),
                Arguments.of("stream of the JDK", """
                        public void start() { java.util.stream.Stream.generate(() -> 1).forEach(one -> {}); }""", 2),
                Arguments.of("iterator of its own", """
                        public void start() {
                            Iterable<Integer> all = () -> new Iterator<>() {
                                public boolean hasNext() { return true; }
                                public Integer next() { return 1; }
                            };
                            for (int one : all) ;
                        }""", 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void anEndlessLoopIsStopped(String kind, String members, int line) throws Exception {
        try (var bad = Offender.started(members)) {
            bad.inside();
            assertThat(bad.stop()).as(kind).isInstanceOf(ServiceStopped.class).hasMessage("enough");
            assertThat(bad.tether().stoppedAt())
                    .hasValueSatisfying(place -> assertThat(place).startsWith("Bad.java:" + (line == 0 ? "" : line)));
            assertThat(bad.tether().line(bad.end().getStackTrace())).isPresent();
        }
    }

    @Test
    void recursionThatCatchesItsOwnOverflowIsStopped() throws Exception {
        String members = """
                int deep;
                void fall() { try { fall(); } catch (StackOverflowError full) { fall(); } finally { deep++; } }
                public void start() { while (true) try { fall(); } catch (Throwable any) { deep = 0; } }""";
        try (var bad = Offender.started(members)) {
            bad.at("Bad.java:3");
            assertThat(bad.stop()).isInstanceOf(ServiceStopped.class);
        }
    }

    @Test
    void aCompiledLoopIsStoppedToo() throws Exception {
        String members = """
                public static volatile long turns;
                long sum;
                public void start() {
                    for (long round = 0; ; round++) {
                        turns = round;
                        for (int i = 0; i < 10_000; i++) sum += i ^ (i >>> 3);
                    }
                }""";
        try (var bad = Offender.started(members)) {
            var turns = bad.service.getClass().getField("turns");
            Await.until("the loop is long compiled", Duration.ofSeconds(60), () -> number(turns) > 20_000);
            assertThat(bad.stop()).isInstanceOf(ServiceStopped.class);
        }
    }

    private static long number(Field field) {
        try {
            return field.getLong(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aMessageNeverProcessedIsStopped() throws Exception {
        String members = """
                public void start() throws Exception { process(null); }
                public void process(Message m) { while (true) {} }""";
        try (var bad = Offender.started(members)) {
            bad.at("Bad.java:3");
            assertThat(bad.stop()).isInstanceOf(ServiceStopped.class);
            assertThat(bad.tether().stoppedAt()).contains("Bad.java:3");
        }
    }

    @Test
    void finallyAndLocksAreLeftInOrder() throws Exception {
        String members = """
                public static volatile boolean cleaned;
                public static final Object LOCK = new Object();
                public void start() { try { synchronized (LOCK) { while (true) {} } } finally { cleaned = true; } }""";
        try (var bad = Offender.started(members)) {
            bad.at("Bad.java:4");
            assertThat(bad.stop()).isInstanceOf(ServiceStopped.class);
            assertThat(bad.service.getClass().getField("cleaned").getBoolean(null))
                    .isTrue();
            var lock = bad.service.getClass().getField("LOCK").get(null);
            synchronized (lock) {
                assertThat(Thread.holdsLock(lock)).isTrue();
            }
        }
    }

    @Test
    void onlyTheServiceThatIsMeantIsStoppedAndItCanBeLoadedAnew() throws Exception {
        String members = "public void start() { while (true) {} }";
        try (var one = Offender.started(members);
                var other = Offender.started(members)) {
            one.at("Bad.java:2");
            other.at("Bad.java:2");
            assertThat(one.stop()).isInstanceOf(ServiceStopped.class);
            assertThat(other.thread().isAlive()).isTrue();
            try (var anew = Offender.started(members)) {
                anew.at("Bad.java:2");
            }
        }
    }
}
