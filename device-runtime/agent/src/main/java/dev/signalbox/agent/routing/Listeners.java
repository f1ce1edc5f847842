// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.protocol.release.StepAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which steps listen to which addresses. Read at each message, seldom changed.
final class Listeners {
    private volatile Map<StepAddress, Set<String>> addresses = Map.of();

    /// By step; addresses are in lower case.
    Map<StepAddress, Set<String>> all() {
        return addresses;
    }

    synchronized void add(StepAddress step, String address) {
        Set<String> more = new HashSet<>(addresses.getOrDefault(step, Set.of()));
        more.add(address);
        set(step, more);
    }

    synchronized void set(StepAddress step, Set<String> exactly) {
        var next = new HashMap<>(addresses);
        if (exactly.isEmpty()) {
            next.remove(step);
        } else {
            next.put(step, Set.copyOf(exactly));
        }
        addresses = Map.copyOf(next);
    }

    synchronized void keepOnly(Set<StepAddress> steps) {
        var next = new HashMap<>(addresses);
        next.keySet().retainAll(steps);
        addresses = Map.copyOf(next);
    }
}
