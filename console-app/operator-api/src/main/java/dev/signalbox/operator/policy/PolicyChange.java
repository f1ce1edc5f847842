// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.policy;

import java.util.List;

/// What a shared access policy is to grant.
///
/// @param permissions of RegistryRead, RegistryWrite, ServiceConnect, DeviceConnect; at least one
public record PolicyChange(List<String> permissions) {}
