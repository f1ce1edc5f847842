// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// F9: the node is killed with SIGKILL in each state of a release and on the way between two, to find the
/// release still wanted or cancelled. It comes back with one release or the other, whole, and says so.
class NodeKilledTest {
    private static final String NODE = "press-01";
    private static final Assignment HERE = Assignment.toTag("site", "north");
    /// Shorter than the 60 s of a real one.
    private static final String TRIAL_SECONDS = "3";

    /// When the node is killed.
    private enum Moment {
        ORDERED,
        PARTLY_FETCHED,
        FETCHED_AND_COMPILING,
        WRITTEN_DOWN,
        FORMER_STOPPING,
        NEW_STARTING,
        ON_TRIAL,
        SETTLED,
        FAILING,
        FALLEN_BACK,
        FORMER_STARTING_AGAIN,
        REFUSED;

        boolean isOfDyingRelease() {
            return this == FAILING || this == FALLEN_BACK || this == FORMER_STARTING_AGAIN;
        }

        boolean isOfGoodRelease() {
            return !isOfDyingRelease() && this != REFUSED;
        }
    }

    @TempDir
    Path folder;

    private final int rounds = Chance.many("rounds", 1);
    private Site site;
    private Workbench workbench;
    private Story story;
    private Path signs;
    private ProgramProcess node;
    /// Number of the newest release.
    private long last;
    /// Number of the release that first had the services which the node is to run.
    private long content;
    private final Map<Long, List<String>> versions = new HashMap<>();

    @Test
    @Timeout(36_000)
    void itComesBackWithOneReleaseOrTheOtherAndNeverWithHalfOfOne() {
        for (int round = 0; round < rounds; round++) {
            for (Moment moment : Moment.values()) {
                kill(moment, (round + moment.ordinal()) % 2 == 1);
            }
        }
        System.out.printf(
                "NodeKilledTest: %d kills in %d states, each came back whole%n",
                rounds * Moment.values().length, Moment.values().length);
    }

    /// In the long form; `FallBackTest` of the agent has the same without processes.
    @Test
    @EnabledIfSystemProperty(named = "signalbox.rounds", matches = "\\d+")
    @Timeout(36_000)
    void aReleaseThatEndsTheNodeIsBegunFiveTimesAtMost() {
        int ends = 0;
        write("Left", lethal());
        release();
        while (ends < 20 && endsBySelf()) {
            ends++;
            node = site.startNode(NODE);
        }
        awaitBack(last + 1, ReleaseState.FELL_BACK);
        assertThat(ends).as("times that the node ended").isEqualTo(5);
    }

    @BeforeEach
    void begin() throws IOException {
        signs = Files.createDirectories(folder.resolve("signs"));
        site = new Site(folder, List.of("-Dsignalbox.trial-seconds=" + TRIAL_SECONDS));
        workbench = site.workbench("console");
        story = new Story(workbench);
        node = site.addNode(workbench, NODE, Map.of("site", "north"));
        for (String name : List.of("Left", "Right")) {
            story.write(name, source(name, 1, ""));
        }
        story.assign("boiler", HERE, "Left", "Right");
        last = release();
        content = last;
        awaitWhole();
    }

    @AfterEach
    void end() throws Exception {
        site.close();
    }

    /// One of two services of a release. They tell which one they are of; the left one gives signs of life
    /// and lingers, so that it can be met in each state.
    private String source(String name, long release, String more) {
        return """
                public class %1$s extends CustomService {
                    void sign(String what) throws Exception {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("%2$s", what), "");
                        Thread.sleep("%1$s".equals("Left") ? 300 : 0);
                    }

                    @Override
                    public void start() throws Exception {
                        System.out.println("%1$s is of release %3$d");
                        sign("%1$s-starts-%3$d");
                        %4$s
                    }

                    @Override
                    public void stop() throws Exception {
                        sign("%1$s-stops-%3$d");
                    }
                %5$s
                }
                """.formatted(name, signs, release, more, ballast(name));
    }

    /// So much that the compiler needs some time for it.
    private static String ballast(String name) {
        var methods = new StringBuilder();
        for (int i = 0; i < (name.equals("Right") ? 200 : 0); i++) {
            methods.append("    long f%1$d(long a) { return a * %1$d + List.of(a, %1$dL).size(); }%n".formatted(i));
        }
        return methods.toString();
    }

    private String lethal() {
        return source(
                "Left",
                last + 1,
                "new ProcessBuilder(\"kill\", \"-KILL\", \"\" + ProcessHandle.current().pid()).start().waitFor();"
                        + " Thread.sleep(100_000);");
    }

    /// Not Java.
    private static String unreadable() {
        return "public class Right extends CustomService { int valve = \"stuck\"; " + ballast("Right") + "}";
    }

    private void write(String name, String source) {
        story.change(name, source);
    }

    /// Signs also what the desk would not, because the node must hold by itself.
    private long release() {
        ReleasePlan plan = workbench.releases().plan();
        var signed = new ReleasePlan(plan.manifest(), plan.flowEtags(), plan.changes(), List.of());
        long number = workbench.releases().release(signed, "").number();
        versions.put(
                number,
                plan.manifest().steps().stream()
                        .map(step -> step.service() + " " + step.version())
                        .sorted()
                        .toList());
        return number;
    }

    private boolean endsBySelf() {
        try {
            Await.until(
                    "the node ends or stands",
                    Site.SOON,
                    () -> !node.isAlive()
                            || report().filter(report -> report.state() == ReleaseState.FELL_BACK)
                                    .isPresent());
            return !node.isAlive();
        } catch (AssertionError lives) {
            return false;
        }
    }

    private void kill(Moment moment, boolean cancelled) {
        releaseAndKillAt(moment, last + 1);
        System.out.printf(
                "NodeKilledTest: killed %s%s, the disk says %s%n",
                moment, cancelled ? ", cancelled" : "", state().path("phase"));
        last++;
        if (cancelled) {
            releaseFormer();
        } else if (moment.isOfGoodRelease()) {
            content = last;
        }
        node = site.startNode(NODE);
        if (cancelled || moment.isOfGoodRelease()) {
            awaitWhole();
            assertFirstSeenTogether(moment);
        } else {
            awaitBack(last, moment == Moment.REFUSED ? ReleaseState.REFUSED : ReleaseState.FELL_BACK);
            assertFirstSeenTogether(moment);
            releaseFormer();
            awaitWhole();
        }
    }

    private void releaseAndKillAt(Moment moment, long release) {
        clearSigns();
        String broken = moment.isOfDyingRelease() ? "throw new IllegalStateException(\"valve stuck\");" : "";
        write("Left", source("Left", release, broken));
        write("Right", moment == Moment.REFUSED ? unreadable() : source("Right", release, ""));
        BooleanSupplier come = coming(moment, release);
        release();
        awaitComing(moment, come);
        node.kill();
    }

    /// What the node is to run, under a new number: that is how an operator cancels.
    private void releaseFormer() {
        write("Left", source("Left", content, ""));
        write("Right", source("Right", content, ""));
        last = release();
    }

    private BooleanSupplier coming(Moment moment, long release) {
        List<String> known = names("bundles");
        return switch (moment) {
            case ORDERED -> () -> true;
            case PARTLY_FETCHED -> () -> names("bundles").size() > known.size();
            case FETCHED_AND_COMPILING, REFUSED -> () -> names("releases").contains(release + ".json");
            case WRITTEN_DOWN -> () -> stands("TRIAL", release);
            case FORMER_STOPPING -> sign("Left-stops-" + content);
            case NEW_STARTING, FAILING -> sign("Left-starts-" + release);
            case ON_TRIAL ->
                () -> report().filter(report -> report.running() == release).isPresent();
            case SETTLED -> () -> stands("SETTLED", release);
            case FALLEN_BACK -> () -> state().path("failed").toString().contains("\"release\":" + release);
            case FORMER_STARTING_AGAIN -> sign("Left-starts-" + content);
        };
    }

    private boolean stands(String phase, long release) {
        JsonNode state = state();
        return state.path("phase").asString("").equals(phase)
                && state.path("running").path("release").asLong() == release;
    }

    private BooleanSupplier sign(String name) {
        return () -> Files.exists(signs.resolve(name));
    }

    /// What the node has written down of where it stands.
    private JsonNode state() {
        try {
            return Json.readTree(Files.readAllBytes(site.nodeFolder(NODE).resolve("state.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> names(String inner) {
        try (Stream<Path> all = Files.list(site.nodeFolder(NODE).resolve(inner))) {
            return all.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void clearSigns() {
        try (Stream<Path> all = Files.list(signs)) {
            for (Path sign : all.toList()) {
                Files.delete(sign);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Asks every millisecond: states may be short.
    private void awaitComing(Moment moment, BooleanSupplier come) {
        long deadline = System.nanoTime() + Site.SOON.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(moment + " does not come; the disk says " + state() + ", the node " + report()
                        + " and " + node.lines());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void awaitWhole() {
        awaitReport(
                "release " + last + " runs whole",
                report -> report.running() == last
                        && report.ordered() == last
                        && (report.state() == ReleaseState.TRIAL || report.state() == ReleaseState.SETTLED)
                        && runs(report, last));
    }

    private void awaitBack(long failed, ReleaseState how) {
        awaitReport(
                "the one before " + failed + " runs whole",
                report -> report.running() == failed - 1
                        && report.ordered() == failed
                        && report.state() == how
                        && runs(report, failed - 1));
    }

    private boolean runs(NodeReport report, long release) {
        return report.steps().stream().allMatch(step -> step.state() == StepState.RUNNING)
                && report.steps().stream()
                        .map(step -> step.service() + " " + step.version())
                        .sorted()
                        .toList()
                        .equals(versions.get(release));
    }

    private void awaitReport(String what, Predicate<NodeReport> wanted) {
        try {
            Await.until(what, Site.SOON, () -> report().filter(wanted).isPresent());
        } catch (AssertionError inVain) {
            throw new AssertionError(
                    inVain.getMessage() + "; it reports " + report() + " and says " + node.lines(), inVain);
        }
    }

    private Optional<NodeReport> report() {
        return workbench.nodes().list().getFirst().report();
    }

    /// The first that ran after the restart was one release, not a mixture.
    private void assertFirstSeenTogether(Moment moment) {
        assertThat(firstSeen("Left")).as("after a kill at %s", moment).isEqualTo(firstSeen("Right"));
    }

    private String firstSeen(String name) {
        String said = name + " is of release ";
        return node.waitForLine(line -> line.startsWith(said), Site.SOON).substring(said.length());
    }
}
