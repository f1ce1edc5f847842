// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.time.Duration;
import java.util.Map;

/// Makes the AOT caches of hub and node by running one release through both.
final class Training {
    private Training() {}

    static void run(Rig rig) throws Exception {
        try (var hub = rig.hub("-XX:AOTCacheOutput=" + rig.cache("hub"));
                var workbench = Workbench.openLocal(rig.hubFolder(), rig.consoleFolder())) {
            String token = workbench.nodes().create(new NewDevice(new DeviceId("bench"), Map.of("site", "bench")));
            try (var author = new Author(workbench);
                    var node = rig.node("node", token, "-XX:AOTCacheOutput=" + rig.cache("node"))) {
                author.edit(0);
                author.edit(1);
                end(node);
            }
            end(hub);
        }
    }

    /// The cache is written while the program ends, which takes longer than usual.
    private static void end(dev.signalbox.testing.process.ProgramProcess program) {
        ProcessHandle.of(program.pid()).ifPresent(ProcessHandle::destroy);
        program.waitForEnd(Duration.ofMinutes(2));
    }
}
