// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

/// Body of `PUT /devices/register`.
///
/// @param connectionStringType `SharedAccessSignature` or `SharedAccessKey`
public record RegisterRequest(String connectionStringType) {
    public static final String SIGNATURE = "SharedAccessSignature";
    public static final String KEY = "SharedAccessKey";
}
