// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.util.Set;
import java.util.TreeSet;

/// What to run: some steps of one release, in no order.
public record Order(long release, Digest digest, Set<StepAddress> steps) {
    public Order {
        steps = java.util.Collections.unmodifiableSet(new TreeSet<>(steps));
    }

    public static Order of(ReleaseOrder order) {
        return new Order(order.release(), order.digest(), Set.copyOf(new TreeSet<>(order.steps())));
    }
}
