// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

/// problem+json of an operation that is over; a device stops when it was cancelled and starts anew when it expired.
public record Gone(String type, String title, int status) {
    public static final String CANCELLED = "/problems/deviceProvisioning/provisioningOperationCancelled";
    public static final String EXPIRED = "/problems/deviceProvisioning/provisioningOperationExpired";
}
