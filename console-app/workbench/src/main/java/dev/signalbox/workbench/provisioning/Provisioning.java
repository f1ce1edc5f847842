// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.provisioning;

import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;

/// Letting new devices in. All calls ask the hub and wait for it; what goes wrong is a ProblemException. Devices that
/// come to wait are told by `live.Feeds.operations`.
public interface Provisioning {
    /// By name, also those that have ended.
    List<TokenView> tokens();

    /// Makes a token and the one string of it: where the hub is, whose certificate and whose releases to believe, and
    /// the secret.
    TokenGiven make(NewToken token);

    /// Lets nobody ask by it any more. Devices that it let in stay.
    TokenView revoke(String token);

    /// Has a token let in a device of that id once without a person.
    TokenView preApprove(String token, DeviceId device);

    /// Takes that back, unless the device was there already.
    TokenView withdraw(String token, DeviceId device);

    /// Whether new devices may come in.
    GateView gate();

    /// Takes in no new devices from now on, or takes them in again. Those that are in go on.
    GateView close(boolean closed);

    /// Those that wait, and those that were decided within the last day, oldest first.
    List<OperationView> operations();

    /// Lets a device in. Refused when there is a device of that id and it is not to be replaced.
    OperationView approve(String operation, Approval approval);

    /// Sends a device away; one that was approved, or has its registration, loses it.
    OperationView reject(String operation);
}
