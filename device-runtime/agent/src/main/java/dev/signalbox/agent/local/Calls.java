// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import tools.jackson.databind.node.ObjectNode;

/// What local apps may have the node do.
@FunctionalInterface
public interface Calls {
    /// Hands a call on; may wait until there is room for it.
    ///
    /// @param app who calls
    /// @param command an action, or `step/action`
    void call(String app, String command, ObjectNode arguments);
}
