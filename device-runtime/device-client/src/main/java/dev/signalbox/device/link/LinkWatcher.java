// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.report.Problem;

/// Is told how the link fares, on the link's thread; must not block.
public interface LinkWatcher {
    void signedIn();

    /// The connection was lost, or could not be made for another reason than the time before.
    void disconnected(Problem why);
}
