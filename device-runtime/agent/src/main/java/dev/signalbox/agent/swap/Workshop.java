// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.LogLevel;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Makes releases ready to run, from the hub or from disk. Used on the swap thread.
final class Workshop {
    private final Releases releases;
    private final Builder builder;
    private final Steps steps;

    Workshop(Releases releases, Builder builder, Steps steps) {
        this.releases = releases;
        this.builder = builder;
        this.steps = steps;
    }

    /// From the hub. Throws as `Releases.fetch` and `Builder.build` do.
    Prepared fetched(Order order, BooleanSupplier isWanted) throws IOException {
        return prepared(releases.fetch(order, isWanted));
    }

    /// As it is on disk. Throws as `Releases.kept` does.
    CheckedRelease release(Order order) {
        return releases.kept(order);
    }

    /// From disk. Throws as `Releases.kept` and `Builder.build` do.
    Prepared kept(Order order) {
        return prepared(release(order));
    }

    private Prepared prepared(CheckedRelease release) {
        return prepared(release, steps.changed(release));
    }

    /// With programs for these steps only.
    Prepared prepared(CheckedRelease release, List<StepPlan> plans) {
        return new Prepared(release, builder.build(release, plans));
    }

    /// Deletes what these orders and the steps that run do not need. What cannot be deleted stays until the next time.
    void tidy(Collection<Order> needed) {
        try {
            releases.tidy(needed);
            builder.keepOnly(steps.all().stream().map(StepHost::plan).toList());
        } catch (ProblemException notNow) {
            steps.say(LogLevel.WARNING, notNow.problem());
        }
    }
}
