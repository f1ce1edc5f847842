// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.provisioning.OperationView;

/// Told about devices that ask to be let in, on the feed's thread.
public interface OperationWatcher {
    /// One as it stands now.
    void operation(OperationView view);

    /// One that is not listed any more, because it ended long ago.
    void gone(String id);
}
