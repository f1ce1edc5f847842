// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Body;
import dev.signalbox.api.ServiceRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run is offered beyond what its service is. From any thread.
public interface RunRuntime extends ServiceRuntime {
    /// All properties the flow gives, secrets included.
    List<Property> properties();

    /// As `emit`, as part of what somebody waits for.
    void emit(Body body, Map<String, String> properties, Optional<Completion> completion);

    /// The service failed with one message, and the run goes on.
    void failed();

    /// The name by which services know the one at an address: `pump_py`; the address itself when it is not here.
    String serviceAt(String address);

    /// One property's value.
    record Property(String id, String value, boolean secret) {}
}
