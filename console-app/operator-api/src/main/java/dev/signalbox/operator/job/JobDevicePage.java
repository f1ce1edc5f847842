// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.util.List;

/// Some devices of a job, by id.
///
/// @param after what to ask for the next ones with; empty after the last
public record JobDevicePage(List<JobDeviceView> devices, String after) {
    public JobDevicePage {
        devices = List.copyOf(devices);
    }
}
