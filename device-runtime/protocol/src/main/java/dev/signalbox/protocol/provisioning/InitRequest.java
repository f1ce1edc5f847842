// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

import java.util.Optional;

/// Body of `POST /provisioning-operations/init`.
///
/// @param deviceId the id the device would like
/// @param idForm `plain` for an id as it stands; absent for Spotflow's `workspace:device`
public record InitRequest(Optional<String> deviceId, Optional<String> idForm) {
    public static final String PLAIN = "plain";
}
