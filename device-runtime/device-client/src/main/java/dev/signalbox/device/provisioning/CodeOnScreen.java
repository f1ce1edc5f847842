// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.provisioning;

import dev.signalbox.protocol.provisioning.OperationStarted;
import java.io.PrintStream;
import java.util.function.Consumer;

/// Prints the code that people compare: what a device does that has no better way to show it.
public record CodeOnScreen(PrintStream screen) implements Consumer<OperationStarted> {
    @Override
    public void accept(OperationStarted operation) {
        screen.println("Waiting to be let in. Compare this code with the one in the console, and approve:");
        screen.println("    " + operation.verificationCode() + "    (until " + operation.expirationTime() + ")");
    }
}
