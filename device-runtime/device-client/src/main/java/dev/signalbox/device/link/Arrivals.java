// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

/// Takes what the hub publishes to the device.
interface Arrivals {
    void arrived(String topic, byte[] payload);
}
