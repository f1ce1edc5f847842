// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Lamp;

/// How one step fares on all nodes.
record Fare(long running, long restarting, long quarantined, long others) {
    static final Fare NOWHERE = new Fare(0, 0, 0, 0);

    Lamp.State lamp() {
        if (quarantined > 0) {
            return Lamp.State.DANGER;
        }
        if (restarting + others > 0) {
            return Lamp.State.CAUTION;
        }
        return running > 0 ? Lamp.State.CLEAR : Lamp.State.DARK;
    }

    /// The one thing to know.
    String words() {
        if (quarantined > 0) {
            return quarantined + " quarantined";
        }
        if (restarting > 0) {
            return restarting + " restarting";
        }
        if (others > 0) {
            return others + " starting";
        }
        return running > 0 ? running + " running" : "not running";
    }
}
