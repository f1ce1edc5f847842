// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.cloud;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with messages to devices. To IoT Hub's REST `cloud.queue-full` is 403 (code 403004).
final class CloudProblems {
    private CloudProblems() {}

    static Problem notKnown(DeviceId device) {
        return new Problem(
                "device.not-known",
                "The hub does not know a device called " + device + ".",
                "Add it, or check its name.");
    }

    static Problem queueFull(DeviceId device) {
        return new Problem(
                "cloud.queue-full",
                CloudMessages.MOST_WAITING + " messages wait for " + device + " already.",
                "Wait until it has fetched some, or purge its queue.");
    }

    static Problem tooLarge(int bytes, int most) {
        return new Problem(
                "cloud.too-large",
                "The message has " + bytes + " bytes with its properties; the most is " + most + ".",
                "Send less, or a link to it.");
    }

    static Problem badTime() {
        return new Problem(
                "cloud.time-refused",
                "A message lives for at least a moment and up to two days.",
                "Choose another time.");
    }
}
