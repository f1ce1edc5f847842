// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// What to run: some steps of one release, in no order.
public record Order(long release, Digest digest, Set<StepAddress> steps) {
    public Order {
        steps = Collections.unmodifiableSet(new LinkedHashSet<>(steps));
    }

    public static Order of(ReleaseOrder order) {
        return new Order(order.release(), order.digest(), new LinkedHashSet<>(order.steps()));
    }
}
