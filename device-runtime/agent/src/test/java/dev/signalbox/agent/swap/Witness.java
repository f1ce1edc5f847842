// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.action.StepDeed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds what a node says of itself against what its services say.
record Witness(Bench bench) implements AutoCloseable {
    private static final Pattern LIFE = Pattern.compile("(\\w+) (starts|stops) (\\d+)");
    private static final Set<String> ALL = Set.of("Left", "Right");

    static Witness of(Scene scene, Path folder) {
        return new Witness(new Bench(folder, scene.hub, scene.trial()));
    }

    /// The release of each service that has started and not stopped.
    Map<String, Integer> alive() {
        var alive = new TreeMap<String, Integer>();
        lives().forEach(life -> {
            int release = Integer.parseInt(life.group(3));
            if (life.group(2).equals("starts")) {
                alive.put(life.group(1), release);
            } else {
                alive.remove(life.group(1), release);
            }
        });
        return alive;
    }

    private Stream<Matcher> lives() {
        return bench.lines.stream().map(line -> LIFE.matcher(line.text())).filter(Matcher::matches);
    }

    boolean hasStarted(int release) {
        return lives().anyMatch(
                        life -> life.group(2).equals("starts") && life.group(3).equals("" + release));
    }

    /// Of which release the first one of that name was.
    Optional<String> first(String name) {
        return lives().filter(life -> life.group(1).equals(name))
                .map(life -> life.group(3))
                .findFirst();
    }

    /// What the node says last.
    String stand() {
        return bench.stands.isEmpty() ? "" : bench.stands.getLast();
    }

    /// Waits until the node says that it stands there, and both services of that release run and no other.
    void awaitWhole(String stand, int release) {
        awaitOnly(stand, Map.of("Left", release, "Right", release));
    }

    void awaitOnly(String stand, Map<String, Integer> runs) {
        bench.awaiting(runs + " run and the node says " + stand, () -> stand().equals(stand) && alive().equals(runs));
    }

    /// Waits until both services of one release run, and no other.
    void awaitSomeWhole() {
        bench.awaiting("one release runs whole", () -> {
            Map<String, Integer> alive = alive();
            return alive.keySet().equals(ALL) && Set.copyOf(alive.values()).size() == 1;
        });
    }

    /// Waits until what the node says runs does run, whole, but for what died while it cannot go back.
    void awaitTruth() {
        bench.awaiting("the node says what runs", () -> {
            int said = Integer.parseInt("0" + stand().split(" ")[0]);
            Map<String, Integer> alive = alive();
            boolean one = alive.values().stream().allMatch(release -> release == said);
            boolean goesBack = stand().matches("\\d \\d TRIAL .+");
            return one && (goesBack || alive.keySet().equals(said == 0 ? Set.of() : ALL));
        });
    }

    /// Returns once the node has done what it was told before, and what followed from it at once.
    void awaitIdle() {
        for (int i = 0; i < 2; i++) {
            try {
                bench.act("Nobody", StepDeed.START);
            } catch (CompletionException nobodyIsThere) {
                // as expected
            }
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
