// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

/// Whether payloads are made smaller on their way, by Brotli. One that does not get smaller goes as it is.
public enum Compression {
    UNCOMPRESSED,
    /// Quality 1.
    FASTEST,
    /// Quality 11.
    SMALLEST_SIZE
}
