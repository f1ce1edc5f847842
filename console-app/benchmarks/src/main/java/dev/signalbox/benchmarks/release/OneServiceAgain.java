// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.release;

import dev.signalbox.benchmarks.Aim;
import dev.signalbox.benchmarks.Scratch;
import dev.signalbox.benchmarks.node.NodeInside;
import java.util.List;

/// One service, compiled and released again and again, in a JVM set up as a node's.
final class OneServiceAgain {
    private static final int WARM = 200;
    private static final int TIMES = Integer.getInteger("signalbox.times", 2_000);
    private static final int LOOK = 200;

    private OneServiceAgain() {}

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        Aim.load();
        try (var node = new NodeInside(Scratch.folder("again"))) {
            for (int version = 1; version <= WARM; version++) {
                change(node, version);
            }
            Holdings before = Holdings.now();
            before.print("after " + WARM + " releases");
            for (int version = WARM + 1; version <= WARM + TIMES; version++) {
                change(node, version);
                if (version % LOOK == 0) {
                    Holdings.now().print("after " + version + " releases");
                }
            }
            Aim.print("nothing left of " + TIMES + " releases", Holdings.now().isNoMoreThan(before));
        }
        Aim.load();
    }

    private static void change(NodeInside node, int version) throws Exception {
        node.release(List.of(SmallServices.said(version)), false);
        node.submitted();
    }
}
