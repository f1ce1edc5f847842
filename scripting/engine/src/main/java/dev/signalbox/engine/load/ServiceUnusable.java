// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import org.jspecify.annotations.Nullable;

/// A compiled class that cannot be run as a service; the message is a sentence for its author.
public final class ServiceUnusable extends RuntimeException {
    ServiceUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
