// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import java.util.Map;

/// Where messages of local apps go.
@FunctionalInterface
public interface Intake {
    /// Returns when the message is on disk. Throws ProblemException when it is not.
    void put(byte[] payload, Map<String, String> properties);
}
