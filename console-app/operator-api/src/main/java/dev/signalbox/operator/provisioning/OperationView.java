// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;

/// A device that asks, or asked, to be let in.
///
/// @param code shown on the device too: a person compares them
/// @param wanted the id it asks for
/// @param given the id it got
/// @param from the address it asked from
/// @param token the name of the token it came with
/// @param expires when the asking ends
/// @param wantedExists a device of the id it asks for is there already
/// @param askedTwice another one waits that asks for the same id
public record OperationView(
        String id,
        String code,
        Optional<DeviceId> wanted,
        Optional<DeviceId> given,
        OperationState state,
        String from,
        String token,
        Instant made,
        Instant expires,
        boolean wantedExists,
        boolean askedTwice) {}
