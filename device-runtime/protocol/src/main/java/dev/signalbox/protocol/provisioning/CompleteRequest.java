// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

/// Body of `PUT /provisioning-operations/complete`.
public record CompleteRequest(String provisioningOperationId) {}
