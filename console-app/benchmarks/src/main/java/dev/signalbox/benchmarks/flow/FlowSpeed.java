// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.flow;

import dev.signalbox.benchmarks.node.AsNode;
import java.nio.file.Path;

/// How many messages go through three services in a row on a node, and what each costs; beside it the same through
/// a sender and two routes of Apache Camel.
public final class FlowSpeed {
    private FlowSpeed() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        Path checkout = Path.of(args[0]);
        System.out.println("as on a node, which is set up to be small");
        AsNode.run(checkout, FlowRounds.class);
        System.out.println("the same with the JVM's best compiler");
        AsNode.run(checkout, FlowRounds.class, "-XX:TieredStopAtLevel", "-XX:CompileThresholdScaling");
    }
}
