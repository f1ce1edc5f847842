// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;

/// How asking one device ended.
sealed interface Ending {
    String job();

    DeviceId device();

    /// The device as one that failed.
    static StoredJobDevice failed(StoredJobDevice device, Instant at, Problem why) {
        return device.failed(at, why.code(), text(why));
    }

    static String text(Problem problem) {
        return problem.what() + " " + problem.remedy();
    }

    /// @param answer JSON of what it answered, the status included
    record Answered(String job, DeviceId device, int status, String answer) implements Ending {}

    record Failed(String job, DeviceId device, Problem problem) implements Ending {}

    /// It is certain that nothing was sent.
    record NotSent(String job, DeviceId device) implements Ending {}
}
