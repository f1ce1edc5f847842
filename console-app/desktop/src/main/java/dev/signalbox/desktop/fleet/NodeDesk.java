// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;

/// What the page asks of the hub. All calls block and throw `ProblemException`.
public interface NodeDesk {
    /// Makes a device known and answers its provisioning token.
    String create(NewDevice device);

    String token(DeviceId id);

    void setTags(DeviceId id, Map<String, String> tags);

    void delete(DeviceId id);
}
