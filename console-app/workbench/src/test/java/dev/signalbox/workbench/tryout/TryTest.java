// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.testing.process.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Services are tried in real processes.
class TryTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<TryEvent> told = new CopyOnWriteArrayList<>();

    @Test
    void aServiceIsHandedMessagesAndWhatItDoesIsTold() throws Exception {
        run("""
            public class Watch extends CustomService {
                public void start() { debug("limit " + property("limit").orElse("none")); }
                public void process(Message message) {
                    double celsius = message.body().get("celsius").asDouble();
                    if (celsius > 80) { emit(Map.of("hot", celsius), Map.of("unit", "C")); }
                    else { submitMessage(message.body()); }
                }
                public void stop() { System.out.println("bye"); }
            }
            """, Map.of("limit", "80"), "{\"celsius\":99}", "{\"celsius\":20}");
        assertThat(words())
                .contains(
                        "DEBUG 0 limit 80",
                        "EMITTED 1 {\"hot\":99.0}",
                        "DONE 1 ",
                        "SUBMITTED 2 {\"celsius\":20}",
                        "PRINTED 0 bye");
        assertThat(told.getLast().kind()).isEqualTo(TryEvent.Kind.ENDED);
        assertThat(of(TryEvent.Kind.EMITTED).getFirst().properties()).isEqualTo(Map.of("unit", "C"));
    }

    @Test
    void itsTimersRunForAsLongAsTheTryLingers() throws Exception {
        var plan = new TryPlan("Clock.java", """
            public class Clock extends CustomService {
                public void start() { every(Duration.ofMillis(100), () -> debug("tick")); }
            }
            """, Map.of(), List.of(), new TryPlan.Limits(10, 1));
        run(plan);
        assertThat(of(TryEvent.Kind.DEBUG)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(told.getLast().kind()).isEqualTo(TryEvent.Kind.ENDED);
    }

    @Test
    void whatDoesNotCompileIsToldWithItsLine() throws Exception {
        run("public class Watch extends CustomService {\n    int n = ;\n}\n", Map.of());
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(TryEvent.Kind.FAILED);
            assertThat(event.line()).isEqualTo(2);
        });
    }

    @Test
    void whatItThrowsIsToldWithItsLineAndMessage() throws Exception {
        run("""
            public class Watch extends CustomService {
                public void process(Message message) {
                    throw new IllegalStateException("no luck");
                }
            }
            """, Map.of(), "{}", "{}");
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(TryEvent.Kind.FAILED);
            assertThat(event.text()).contains("no luck");
            assertThat(event.line()).isEqualTo(3);
            assertThat(event.message()).isEqualTo(1);
        });
    }

    @Test
    void anEndlessLoopIsCutOff() throws Exception {
        var plan = new TryPlan(
                "Loop.java",
                "public class Loop extends CustomService {\n    public void start() {\n        while (true) { }\n    }\n}\n",
                Map.of(),
                List.of(),
                new TryPlan.Limits(1, 0));
        run(plan);
        assertThat(told.getLast().kind()).isEqualTo(TryEvent.Kind.FAILED);
        assertThat(told.getLast().text()).contains("more than 1 s");
        assertThat(told.getLast().line()).isEqualTo(3);
    }

    @Test
    void whoTellsWithoutEndIsStopped() throws Exception {
        run("""
            public class Flood extends CustomService {
                public void start() { while (true) { emit(Map.of("n", 1)); } }
            }
            """, Map.of());
        assertThat(told).hasSize(Try.MOST_EVENTS + 1);
        assertThat(told.getLast().text()).contains("more than 10,000 things");
    }

    @Test
    void aLineWithoutEndIsCut() throws Exception {
        run("""
            public class Long extends CustomService {
                public void start() {
                    for (int i = 0; i < 10_000; i++) { System.out.print("xxxxxxxxxxxxxxxx"); }
                    System.out.println();
                    debug("y".repeat(100_000));
                }
            }
            """, Map.of());
        assertThat(of(TryEvent.Kind.PRINTED).getFirst().text()).hasSize(BoundedLines.LONGEST);
        assertThat(of(TryEvent.Kind.DEBUG).getFirst().text()).hasSizeLessThan(10_000);
    }

    @Test
    void whoFillsItsMemoryIsTold() throws Exception {
        run("""
            public class Hog extends CustomService {
                public void start() {
                    var all = new ArrayList<byte[]>();
                    while (true) { all.add(new byte[1_000_000]); }
                }
            }
            """, Map.of());
        assertThat(told.getLast().kind()).isEqualTo(TryEvent.Kind.FAILED);
        assertThat(told.getLast().text()).contains("192 MB");
    }

    @Test
    void aTryThatIsClosedTellsNothingMoreAndLeavesNothing() throws Exception {
        var plan = new TryPlan(
                "Clock.java",
                "public class Clock extends CustomService { public void start() { debug(\"there\"); } }",
                Map.of(),
                List.of(),
                new TryPlan.Limits(10, 600));
        try (var begun = Try.start(plan, told::add)) {
            Await.until("it began", SOON, () -> !of(TryEvent.Kind.DEBUG).isEmpty());
            begun.close();
            begun.await();
            assertThat(begun.isAlive()).isFalse();
            assertThat(begun.folder()).doesNotExist();
        }
        assertThat(of(TryEvent.Kind.FAILED)).isEmpty();
    }

    private void run(String source, Map<String, String> properties, String... messages) throws Exception {
        String name = source.replaceFirst("(?s).*?public class (\\w+).*", "$1");
        run(new TryPlan(
                name + ".java",
                source,
                properties,
                Stream.of(messages).map(text -> Json.mapper().readTree(text)).toList(),
                new TryPlan.Limits(20, 0)));
    }

    private void run(TryPlan plan) throws Exception {
        try (var begun = Try.start(plan, told::add)) {
            begun.await();
        }
    }

    private List<TryEvent> of(TryEvent.Kind kind) {
        return told.stream().filter(event -> event.kind() == kind).toList();
    }

    private List<String> words() {
        return told.stream()
                .map(event -> event.kind() + " " + event.message() + " " + event.text())
                .toList();
    }
}
