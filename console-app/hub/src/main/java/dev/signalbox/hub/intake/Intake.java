// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.intake;

import dev.signalbox.operator.intake.IntakeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// Decides whether one more message may be stored. What is refused is not acknowledged, so the device keeps it. For all
/// threads.
///
/// @param disk what must stay free
/// @param quota of each device
public record Intake(DiskReserve disk, DayQuota quota) {
    /// Why a message may not be stored; if it may, it is counted.
    public Optional<Problem> refuses(DeviceId device) {
        if (disk.isReached()) {
            return Optional.of(IntakeProblems.noRoom(disk.kept()));
        }
        return quota.takes(device.value()) ? Optional.empty() : Optional.of(IntakeProblems.quotaReached(quota.most()));
    }

    /// One that was counted is not one more after all.
    public void givesBack(DeviceId device) {
        quota.givesBack(device.value());
    }

    /// Bytes of the disk that messages leave free.
    public long keptFree() {
        return disk.kept();
    }

    public IntakeView view() {
        return new IntakeView(disk.view(), quota.view());
    }
}
