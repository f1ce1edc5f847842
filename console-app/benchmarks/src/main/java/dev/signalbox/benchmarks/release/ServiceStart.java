// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.release;

import dev.signalbox.benchmarks.node.AsNode;
import java.nio.file.Path;

/// What a further service takes of a node's memory, how long a node with 2,000 services takes to change one of them,
/// and
/// what is left in a node that has changed one 2,000 times.
public final class ServiceStart {
    private ServiceStart() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        Path checkout = Path.of(args[0]);
        AsNode.run(checkout, ManyServices.class);
        AsNode.run(checkout, OneServiceAgain.class);
    }
}
