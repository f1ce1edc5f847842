// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

/// The way to one who watches.
public interface Channel {
    /// Whether what was sent before still waits to leave, so that sending more would only use memory.
    boolean full();

    /// Sends one event, or a comment, in the form of server-sent events.
    void send(String frame);

    /// Cuts off one who cannot keep up; who watches comes again and begins anew.
    void end();
}
