// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.release.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Releases that were made, each of which is one text.
public final class ReleasesInMemory implements Releases {
    private static final Instant FIRST = Instant.parse("2026-11-02T08:15:00Z");

    private final List<ReleaseSummary> made = new CopyOnWriteArrayList<>();
    private final List<String> texts = new ArrayList<>(List.of(""));
    private volatile boolean refuses;

    /// Makes the next one.
    public void add(String by, String note, String text) {
        long number = made.size() + 1L;
        texts.add(text);
        Instant at = FIRST.plus(Duration.ofHours(7 * number));
        made.addFirst(new ReleaseSummary(number, Digests.of(text), at, by, note));
    }

    /// From now on nothing can be read.
    public void breaks() {
        refuses = true;
    }

    @Override
    public List<ReleaseSummary> history() {
        if (refuses) {
            throw new ProblemException(
                    new Problem("hub.not-reached", "The hub cannot be reached.", "Check that it runs."));
        }
        return List.copyOf(made);
    }

    @Override
    public List<Part> compare(long left, long right) {
        return List.of(Part.of("Flow boiler", texts.get((int) left), texts.get((int) right))).stream()
                .filter(Part::differs)
                .toList();
    }

    @Override
    public ReleasePlan plan() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReleaseSummary release(ReleasePlan plan, String note, Optional<RolloutPlan> stages) {
        throw new UnsupportedOperationException();
    }
}
