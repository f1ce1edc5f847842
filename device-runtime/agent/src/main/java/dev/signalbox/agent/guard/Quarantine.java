// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Steps that may not run, over restarts of the node: until a release changes the step, or an operator restarts it.
/// From any thread.
public final class Quarantine {
    private static final String FILE = "quarantine.json";

    private final Folder folder;
    private List<Case> cases;

    /// @param plan exactly what may not run
    record Case(StepPlan plan, Problem why, Instant since) {}

    record Kept(List<Case> cases) {
        Kept {
            cases = List.copyOf(cases);
        }
    }

    /// A file that cannot be read counts as none: the steps are tried again.
    public static Quarantine in(Folder folder) {
        return new Quarantine(folder, read(folder));
    }

    private Quarantine(Folder folder, List<Case> cases) {
        this.folder = folder;
        this.cases = cases;
    }

    private static List<Case> read(Folder folder) {
        try {
            return folder.read(FILE)
                    .map(json -> Json.read(json, Kept.class).cases())
                    .orElse(List.of());
        } catch (ProblemException unreadable) {
            System.getLogger("node").log(Level.WARNING, "What was in quarantine is not known any more", unreadable);
            return List.of();
        }
    }

    /// Why that may not run, if so.
    public synchronized Optional<Problem> of(StepPlan plan) {
        return cases.stream()
                .filter(one -> one.plan().equals(plan))
                .map(Case::why)
                .findFirst();
    }

    /// It may not run any more. On disk when this returns, unless the disk does not take it, which is logged.
    public synchronized void put(StepPlan plan, Problem why) {
        if (of(plan).isEmpty()) {
            var next = without(plan.address());
            next.add(new Case(plan, why, Instant.now()));
            keep(next);
        }
    }

    /// An operator wants it to run again; his restart of the step comes after this.
    ///
    /// @return whether it was in quarantine
    public synchronized boolean lift(StepAddress step) {
        var next = without(step);
        boolean was = next.size() < cases.size();
        if (was) {
            keep(next);
        }
        return was;
    }

    /// These are what the release runs; what concerns others is forgotten.
    synchronized void only(Collection<StepPlan> plans) {
        if (!cases.isEmpty()) {
            Set<StepPlan> released = Set.copyOf(plans);
            var next =
                    cases.stream().filter(one -> released.contains(one.plan())).toList();
            if (next.size() < cases.size()) {
                keep(next);
            }
        }
    }

    private List<Case> without(StepAddress step) {
        var rest = new ArrayList<>(cases);
        rest.removeIf(one -> one.plan().address().equals(step));
        return rest;
    }

    private void keep(List<Case> next) {
        cases = List.copyOf(next);
        boolean interrupted = Thread.interrupted(); // it would close the file that is being written
        try {
            folder.write(FILE, Json.write(new Kept(cases)));
        } catch (ProblemException refused) {
            System.getLogger("node").log(Level.ERROR, "A quarantine is not on disk", refused);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
