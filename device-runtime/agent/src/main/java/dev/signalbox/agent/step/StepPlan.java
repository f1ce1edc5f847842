// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.util.Map;

/// What one step is to run. Two equal plans need no restart between releases.
///
/// @param properties values as the release has them; a secret is still a reference
public record StepPlan(
        StepAddress address, String service, ServiceVersion version, Digest bundle, Map<String, String> properties) {
    public StepPlan {
        properties = Map.copyOf(properties);
    }
}
