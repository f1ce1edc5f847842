// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.report.Problem;
import tools.jackson.databind.node.ObjectNode;

/// What a link tells. Called one after the other, on a thread of its own.
public interface LinkEvents {
    void signedIn();

    /// The whole desired document, after each sign-in and at each change.
    void twin(ObjectNode desired, long version);

    void disconnected(Problem why);
}
