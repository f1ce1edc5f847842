// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.protocol.provisioning.Gone;
import dev.signalbox.protocol.provisioning.RegistrationGranted;

/// What a device hears that asks whether it was let in.
public sealed interface Completion {
    /// Not yet.
    record Waiting() implements Completion {}

    record Granted(RegistrationGranted registration) implements Completion {}

    record Closed(Gone gone) implements Completion {
        static final Closed CANCELLED =
                new Closed(new Gone(Gone.CANCELLED, "The provisioning operation was cancelled.", 410));
        static final Closed EXPIRED = new Closed(new Gone(Gone.EXPIRED, "The provisioning operation expired.", 410));
    }
}
