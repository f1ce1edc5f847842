// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

/// A connection that is up, as a lane sees it.
public interface Uplink {
    /// Publishes; `taken` runs on the link's thread when the hub has acknowledged it, or at quality 0 when it has left.
    /// It never runs if the connection ends before. Throws ProblemException when the connection does not work.
    void publish(String topic, byte[] payload, int quality, Runnable taken);
}
