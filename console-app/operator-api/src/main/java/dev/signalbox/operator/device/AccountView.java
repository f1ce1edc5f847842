// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import dev.signalbox.protocol.report.Account;
import java.time.Instant;

/// What a device last said became of all messages it was ever given, and what the hub itself counted.
///
/// @param account as the device said it; it may not agree
/// @param toldAt when the hub heard it
public record AccountView(Account account, Instant toldAt, Counted counted) {
    /// Of this device's messages. A hub that is killed forgets what it counted in the last seconds.
    ///
    /// @param stored on the hub's disk, each once
    /// @param repeated came again and were dropped
    /// @param since when the device first told an account, or last began one anew
    public record Counted(long stored, long repeated, Instant since) {}
}
