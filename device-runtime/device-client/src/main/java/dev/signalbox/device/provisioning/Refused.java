// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.provisioning;

import java.io.Serial;

/// The hub answered a call, and not with what was asked for.
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;

    /// @param type of a problem+json; empty when the answer is none
    Refused(String call, int status, String type) {
        super("The hub answered " + status + " to " + call + (type.isEmpty() ? "" : ", " + type));
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }
}
