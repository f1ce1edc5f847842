// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.action;

/// The end of the process, from which its supervisor starts it again. From any thread.
public interface Restart {
    /// Whether anything is there that starts it again. Without, a restart would be the end of the node.
    boolean isSupervised();

    /// Ends the process soon. Returns at once, so that who asked can be told.
    void soon();
}
