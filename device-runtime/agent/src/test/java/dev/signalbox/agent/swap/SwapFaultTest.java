// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.disk.DiskWatch;
import dev.signalbox.testing.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// F9: a node is killed, its disk fails, or the release is cancelled at the steps that a release takes on the disk and
/// at the hub. One release or the other runs, whole, and the node says so; then it takes the next one.
class SwapFaultTest {
    /// What comes after the fault.
    private enum AfterAll {
        NOTHING,
        /// Another release is ordered instead.
        CANCELLED,
        NEXT_RELEASE;

        static AfterAll by(RandomGenerator random) {
            return values()[random.nextInt(values().length)];
        }
    }

    @TempDir
    Path folder;

    private final Chance chance = Chance.of(SwapFaultTest.class);
    private final int most = Chance.many("points", 20);

    @ParameterizedTest
    @EnumSource
    void aKilledNodeComesBackWithOneReleaseOrTheOther(Scene.Kind kind) throws IOException {
        var scene = new Scene(kind, folder);
        RandomGenerator random = chance.drawnBy("kills " + kind);
        Snapshots killed = recorded(scene);
        for (int step : some(killed.steps(), random)) {
            var after = AfterAll.by(random);
            explained(
                    "killed before " + killed.steps().get(step) + ", " + after,
                    () -> comesBack(scene, killed.at(step), after));
        }
    }

    private Snapshots recorded(Scene scene) throws IOException {
        Path node = folder.resolve("node");
        var snapshots = new Snapshots(node, folder.resolve("killed"));
        try (var witness = Witness.of(scene, DiskWatch.over(node, snapshots))) {
            scene.begin(witness);
            snapshots.record(true);
            witness.bench().order(scene.asked);
            scene.awaitEnd(witness);
            witness.awaitIdle();
            snapshots.record(false);
        }
        return snapshots;
    }

    private static void comesBack(Scene scene, Path node, AfterAll after) {
        try (var witness = Witness.of(scene, node)) {
            if (scene.kind != Scene.Kind.FIRST) {
                witness.awaitSomeWhole();
            }
            if (after != AfterAll.CANCELLED) {
                witness.bench().order(scene.asked);
                scene.awaitEnd(witness);
            }
            if (after != AfterAll.NOTHING) {
                scene.goOn(witness);
            }
            if (scene.kind != Scene.Kind.DYING) {
                assertThat(witness.first("Left")).isEqualTo(witness.first("Right"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatFailsChangesNothingOfWhatRunsAndTheNodeGoesOnOnceItIsWell(Scene.Kind kind) throws IOException {
        var scene = new Scene(kind, folder);
        RandomGenerator random = chance.drawnBy("faults " + kind);
        Path before = folder.resolve("before");
        List<String> steps = stepsFrom(scene, before);
        for (int step : some(steps, random)) {
            var faults = FailingDisk.Fault.values();
            var disk = new FailingDisk(faults[random.nextInt(faults.length)], step);
            var after = AfterAll.by(random);
            Path node = copy(before, "failing-" + step);
            explained(
                    steps.get(step) + ", step " + step + ", " + disk + ", " + after,
                    () -> outlives(scene, node, disk, after));
        }
    }

    /// What is done to the disk from there on.
    private List<String> stepsFrom(Scene scene, Path before) throws IOException {
        Files.createDirectories(before);
        try (var witness = Witness.of(scene, before)) {
            scene.begin(witness);
            witness.awaitIdle();
        }
        var recorder = new Recorder();
        try (var witness = Witness.of(scene, DiskWatch.over(copy(before, "well"), recorder))) {
            scene.resume(witness);
            recorder.record(true);
            witness.bench().order(scene.asked);
            scene.awaitEnd(witness);
            witness.awaitIdle();
            recorder.record(false);
        }
        return recorder.steps();
    }

    private static void outlives(Scene scene, Path node, FailingDisk disk, AfterAll after) {
        try (var witness = Witness.of(scene, DiskWatch.over(node, disk))) {
            scene.resume(witness);
            disk.fails(true);
            witness.bench().order(scene.asked);
            witness.bench()
                    .awaiting(
                            "it fails or is done",
                            () -> disk.hasFailed() || witness.stand().equals(scene.end()));
            witness.awaitIdle();
            witness.awaitTruth();
            if (after == AfterAll.CANCELLED) {
                witness.bench().order(scene.newer);
                witness.awaitIdle();
                witness.awaitTruth();
                disk.fails(false);
                scene.awaitNewer(witness);
            } else {
                disk.fails(false);
                scene.awaitEnd(witness);
            }
            if (after == AfterAll.NEXT_RELEASE) {
                scene.goOn(witness);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseThatIsCancelledOnItsWayDoesNotRunInTheEnd(Scene.Kind kind) throws IOException {
        var scene = new Scene(kind, folder);
        RandomGenerator random = chance.drawnBy("cancels " + kind);
        Path before = folder.resolve("before");
        List<String> steps = stepsFrom(scene, before);
        int written = steps.indexOf("OPEN state.json.new");
        for (int step : some(steps, random)) {
            Path node = copy(before, "cancelled-" + step);
            boolean narrowed = random.nextInt(3) == 0;
            explained(
                    "cancelled at " + step + ", " + steps.get(step),
                    () -> cancels(scene, node, new Cancel(step, narrowed), step < written));
        }
    }

    /// @param narrowed the node is to run one step less of the same release, instead of another release
    private record Cancel(int step, boolean narrowed) {}

    private static void cancels(Scene scene, Path node, Cancel cancel, boolean early) {
        var recorder = new Recorder();
        try (var witness = Witness.of(scene, DiskWatch.over(node, recorder))) {
            scene.resume(witness);
            var other = cancel.narrowed() ? HubTable.only(scene.asked, "Left") : scene.newer;
            recorder.at(cancel.step(), () -> witness.bench().order(other));
            recorder.record(true);
            witness.bench().order(scene.asked);
            if (cancel.narrowed()) {
                witness.awaitOnly(scene.standing(other), Map.of("Left", 2));
            } else {
                scene.awaitNewer(witness);
                assertThat(witness.hasStarted(2))
                        .as("what was cancelled has run")
                        .isEqualTo(!early);
            }
            recorder.record(false);
        }
    }

    private Path copy(Path from, String name) throws IOException {
        Path target = folder.resolve(name);
        FolderTree.copy(from, target);
        return target;
    }

    /// As many as are asked for, each at most once.
    private List<Integer> some(List<String> steps, RandomGenerator random) {
        assertThat(steps).hasSizeGreaterThan(40);
        List<Integer> all = IntStream.range(0, steps.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(all, new Random(random.nextLong()));
        System.out.printf("SwapFaultTest: %d of %d points%n", Math.min(most, all.size()), all.size());
        return all.subList(0, Math.min(most, all.size()));
    }

    private static void explained(String when, Runnable test) {
        try {
            test.run();
        } catch (AssertionError failed) {
            throw new AssertionError(when + ": " + failed.getMessage(), failed);
        }
    }
}
