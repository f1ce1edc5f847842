// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with what back ends ask of devices.
final class BackendProblems {
    private BackendProblems() {}

    static Problem badIdentity(String why) {
        return new Problem("identity.refused", "The identity is refused: " + why + ".", "Correct it.");
    }

    static Problem changedMeanwhile(String what) {
        return new Problem("identity.edited-meanwhile", what + " has another etag by now.", "Get it and try again.");
    }

    static Problem deviceNotKnown(DeviceId id) {
        return new Problem(
                "device.not-known", "The hub does not know a device called " + id + ".", "Add it, or check its name.");
    }

    static Problem moduleNotKnown(DeviceId id, String module) {
        return new Problem(
                "module.not-known",
                "Device " + id + " has no module called \"" + module + "\".",
                "Add it, or check its name.");
    }

    static Problem moduleExists(DeviceId id, String module) {
        return new Problem(
                "module.exists",
                "Device " + id + " has a module called \"" + module + "\" already.",
                "Choose another name, or send If-Match to change it.");
    }

    static Problem tooManyModules(DeviceId id) {
        return new Problem("identity.refused", "Device " + id + " has 50 modules already.", "Remove one.");
    }

    static Problem twinChangedMeanwhile(ClientId id) {
        return new Problem(
                "twin.edited-meanwhile", "The twin of " + id + " has another etag by now.", "Get it and try again.");
    }

    static Problem badTwin(String why) {
        return new Problem("twin.patch-refused", "The twin is refused: " + why + ".", "Correct it.");
    }

    static Problem reservedProperty() {
        return new Problem(
                "twin.property-reserved",
                "The desired property \"signalbox\" belongs to the hub.",
                "Use another name.");
    }

    static Problem twinTooLarge(String what, int kilobytes) {
        return new Problem("twin.refused", what + " hold up to " + kilobytes + " KB.", "Remove what is not needed.");
    }

    static Problem noKeys(ClientId who) {
        return new Problem(
                "identity.refused",
                who + " proves itself by a certificate and has no keys.",
                "Let it use keys first, or renew its certificate instead.");
    }
}
