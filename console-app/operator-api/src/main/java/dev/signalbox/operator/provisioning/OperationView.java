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
/// @param expires when the asking ends, or when an approved device must have collected its registration
/// @param decided when somebody decided
/// @param decidedBy an operator's name, or `token` and its name for one that was approved beforehand; empty before
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
        Optional<Instant> decided,
        String decidedBy,
        boolean wantedExists,
        boolean askedTwice) {}
