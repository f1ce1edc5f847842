// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.InitRequest;
import java.util.List;
import java.util.Optional;

/// How the id of a device in the registry is made of the one that it, or an operator, names.
enum IdForm {
    /// As it stands.
    PLAIN,
    /// `workspace:device`, which Spotflow's devices take apart again.
    WORKSPACE;

    static IdForm asked(Optional<String> form) {
        return form.filter(InitRequest.PLAIN::equals).isPresent() ? PLAIN : WORKSPACE;
    }

    /// @param named with or without the workspace
    DeviceId of(DeviceId named, String workspace) {
        return this == PLAIN || named.value().startsWith(workspace + ":")
                ? named
                : new DeviceId(workspace + ":" + named);
    }

    /// How operators may have named the device of that id.
    List<DeviceId> names(DeviceId id, String workspace) {
        String prefix = workspace + ":";
        return this == WORKSPACE
                        && id.value().startsWith(prefix)
                        && id.value().length() > prefix.length()
                        && Character.isLetterOrDigit(id.value().charAt(prefix.length()))
                ? List.of(id, new DeviceId(id.value().substring(prefix.length())))
                : List.of(id);
    }
}
