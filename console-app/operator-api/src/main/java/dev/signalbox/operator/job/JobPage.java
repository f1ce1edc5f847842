// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.util.List;

/// Some jobs, newest first.
///
/// @param before what to ask for older ones with; 0 when there are none
public record JobPage(List<JobView> jobs, long before) {
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
