// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

/// The way to one who listens to methods. Returns at once; may be used from any thread.
public interface MethodLine {
    /// @param body JSON, or nothing
    void call(String name, String requestId, byte[] body);
}
