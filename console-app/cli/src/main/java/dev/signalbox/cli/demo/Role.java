// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.process.Program;
import java.util.List;
import java.util.Map;

/// One process of the demo, and how it is started again.
///
/// @param environment holds what is secret; arguments can be read by everyone on the machine
/// @param returns whether it is started again when it ends by itself
record Role(String name, Program program, List<String> arguments, Map<String, String> environment, boolean returns) {
    /// Without the environment.
    @Override
    public String toString() {
        return name;
    }
}
