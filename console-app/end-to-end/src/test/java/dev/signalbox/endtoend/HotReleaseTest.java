// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F8: releases under load, some of them broken. The source numbers its messages and says at its end how many
/// there were; the ledger is what a program reads from the hub at the other end.
class HotReleaseTest {
    private static final String NODE = "press-01";
    private static final int FLOWING = 20;
    private static final int TOLD_EVERY = 100;
    private static final Assignment HERE = Assignment.toTag("site", "north");

    private static final String SOURCE = """
            public class Source extends CustomService {
                private long n;

                @Override
                public void start() {
                    every(Duration.ofNanos(1_000_000_000L / %d), () -> emit(Map.of("n", n++)));
                }

                @Override
                public void stop() {
                    debug("sent " + n);
                }
            }
            """;
    private static final String BETWEEN = """
            public class Between extends CustomService {
                // %d
                @Override
                public void start() {
                    %s
                }

                @Override
                public void process(Message message) {
                    emit(message.body());
                }
            }
            """;
    private static final String SINK = """
            public class Sink extends CustomService {
                // %d
                @Override
                public void process(Message message) {
                    submitMessage(Map.of("n", message.body().get("n").asLong(), "at", System.currentTimeMillis()));
                }
            }
            """;

    /// What is wrong with a release, and where the node stands afterwards.
    private enum Broken {
        DOES_NOT_START("throw new IllegalStateException(\"valve stuck\");", ReleaseState.FELL_BACK),
        DIES_SOON(
                "after(Duration.ofSeconds(2), () -> { throw new IllegalStateException(\"valve stuck\"); });",
                ReleaseState.FELL_BACK),
        HAS_WRONG_TYPES("int valve = \"stuck\";", ReleaseState.REFUSED);

        private final String code;
        private final ReleaseState end;

        Broken(String code, ReleaseState end) {
            this.code = code;
            this.end = end;
        }
    }

    @TempDir
    Path folder;

    private final int deploys = Chance.many("deploys", 12);
    /// One in ten is broken; in the short form more, so that each kind comes.
    private final int brokenOf = Math.clamp(deploys / Broken.values().length, 3, 10);
    private final int rate = Chance.many("rate", 250);
    private Workbench workbench;
    private Story story;
    private SinkLedger ledger;
    private long good;

    @Test
    @Timeout(36_000)
    void noMessageIsLostAndWhatIsBrokenGoesBackToTheLastGoodOne() throws Exception {
        try (var site = new Site(folder)) {
            workbench = site.workbench("console");
            story = new Story(workbench);
            site.addNode(workbench, NODE, Map.of("site", "north"));
            try (var log = new LogBook(workbench);
                    var desk = new StreamDesk(workbench)) {
                ledger = new SinkLedger(desk);
                begin();
                for (int deploy = 1; deploy <= deploys; deploy++) {
                    deploy(deploy);
                }
                end(log);
            }
        }
    }

    private void begin() {
        story.write("Source", SOURCE.formatted(rate));
        story.write("Between", BETWEEN.formatted(0, ""));
        story.write("Sink", SINK.formatted(0));
        Flow flow = story.assign("boiler", HERE, "Source", "Between", "Sink");
        var wires = List.of(new Flow.Wire("Source", "Between", ""), new Flow.Wire("Between", "Sink", ""));
        workbench.flows().save(new Flow(flow.name(), "", flow.steps(), wires, flow.etag()));
        story.release("first");
        awaitGood(1);
    }

    private void deploy(int number) {
        if (number % brokenOf == brokenOf / 2) {
            deployBroken(number, Broken.values()[number / brokenOf % Broken.values().length]);
        } else if (number % 3 == 0) {
            story.change("Sink", SINK.formatted(number));
            awaitGood(story.release("good").number());
        } else {
            story.change("Between", BETWEEN.formatted(number, ""));
            awaitGood(story.release("good").number());
        }
        tell(number);
    }

    /// The desk would not sign what does not compile; here it does, because the node must hold by itself.
    private void deployBroken(int number, Broken kind) {
        story.change("Between", BETWEEN.formatted(number, kind.code));
        ReleasePlan plan = workbench.releases().plan();
        assertThat(plan.blockers().isEmpty()).isEqualTo(kind != Broken.HAS_WRONG_TYPES);
        var signed = new ReleasePlan(plan.manifest(), plan.flowEtags(), plan.changes(), List.of());
        long release = workbench.releases().release(signed, kind.name()).number();
        awaitReport(
                kind + " ends as " + kind.end,
                report -> report.ordered() == release && report.running() == good && report.state() == kind.end);
        awaitFlow();
        story.change("Between", BETWEEN.formatted(number, ""));
        awaitGood(story.release("mended").number());
    }

    private void awaitGood(long release) {
        awaitReport(
                "release " + release + " runs",
                report -> report.running() == release
                        && report.ordered() == release
                        && report.state() != ReleaseState.FELL_BACK);
        good = release;
        awaitFlow();
    }

    private void awaitReport(String what, java.util.function.Predicate<NodeReport> wanted) {
        try {
            Await.until(what, Site.SOON, () -> report().filter(wanted).isPresent());
        } catch (AssertionError inVain) {
            throw new AssertionError(inVain.getMessage() + "; it reports " + report(), inVain);
        }
    }

    private Optional<NodeReport> report() {
        return workbench.nodes().list().getFirst().report();
    }

    private void awaitFlow() {
        int before = ledger.readOn();
        Await.until("messages flow", Site.SOON, () -> ledger.readOn() >= before + FLOWING);
    }

    /// The source leaves, and what it sent has to come out of the others.
    private void end(LogBook log) {
        Flow flow = workbench.flows().list().getFirst();
        List<Flow.Step> rest = flow.steps().stream()
                .filter(step -> !step.name().equals("Source"))
                .toList();
        var wire = new Flow.Wire("Between", "Sink", "");
        workbench.flows().save(new Flow(flow.name(), "", rest, List.of(wire), flow.etag()));
        story.release("end");
        String said = log.await(NODE, "sent ").line().text();
        long sent = Long.parseLong(said.substring("sent ".length()));
        Await.until("all has arrived", Site.SOON, () -> ledger.readOn() >= sent);
        assertThat(ledger.numbers()).isEqualTo(LongStream.range(0, sent).boxed().toList());
        tell(0);
    }

    private void tell(int done) {
        if (done % TOLD_EVERY == 0) {
            List<Long> pauses = ledger.pauses();
            System.out.printf(
                    "HotReleaseTest: %s deploys, %d messages arrived%s; longest pauses %s ms%n",
                    done == 0 ? "all " + deploys : done + " of " + deploys,
                    ledger.numbers().size(),
                    done == 0 ? ", 0 lost, 0 twice" : "",
                    pauses.subList(0, Math.min(5, pauses.size())));
        }
    }
}
