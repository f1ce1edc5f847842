// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// Where one device stands in a job.
public enum DeviceOutcome {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /// It was asked, and the hub stopped before it could hear the answer.
    UNKNOWN,
    /// It was not asked before the job was cancelled.
    CANCELLED
}
