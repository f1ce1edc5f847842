// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Where all threads are, as a file for those who look for the reason later.
final class ThreadDump {
    private ThreadDump() {}

    /// Takes the place of an earlier one. Empty when it cannot be written.
    static Optional<Path> into(Path file) {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println(Instant.now());
            for (Map.Entry<Thread, StackTraceElement[]> one :
                    Thread.getAllStackTraces().entrySet()) {
                out.println();
                out.println(one.getKey() + " " + one.getKey().getState());
                for (StackTraceElement frame : one.getValue()) {
                    out.println("    at " + frame);
                }
            }
            return Optional.of(file);
        } catch (IOException | VirtualMachineError unwritable) {
            return Optional.empty();
        }
    }
}
