// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.message.DesiredProperties;
import java.util.concurrent.CompletableFuture;

/// Takes the desired properties whenever they are new, on the link's thread; must not block.
public interface DesiredSink {
    /// Ends when they are safe here.
    CompletableFuture<?> changed(DesiredProperties newest);
}
