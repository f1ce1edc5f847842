// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.operator.job.JobDeviceView;
import dev.signalbox.protocol.codec.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How one device fares, as the page shows it.
record DeviceRow(JobDeviceView device) {
    String id() {
        return device.device();
    }

    String state() {
        return device.outcome().name().toLowerCase(Locale.ROOT);
    }

    Lamp.State lamp() {
        return switch (device.outcome()) {
            case SUCCEEDED -> Lamp.State.CLEAR;
            case FAILED -> Lamp.State.DANGER;
            case RUNNING, UNKNOWN -> Lamp.State.CAUTION;
            case PENDING, CANCELLED -> Lamp.State.DARK;
        };
    }

    String attempts() {
        return device.attempts() == 0 ? "" : Integer.toString(device.attempts());
    }

    /// Why it failed, else what it answered, such as `200 {"stopped":true}`.
    String words() {
        if (!device.errorText().isEmpty() || device.answer().isEmpty()) {
            return device.errorText();
        }
        var answer = Json.read(device.answer(), Answer.class);
        return answer.status() + (answer.payload() == null ? "" : " " + Json.writeText(answer.payload()));
    }

    private record Answer(int status, @Nullable Object payload) {}
}
