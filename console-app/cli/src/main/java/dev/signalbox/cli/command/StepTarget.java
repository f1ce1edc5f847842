// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.workbench.session.Workbench;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Which step of which node of which hub.
public final class StepTarget {
    @Mixin
    private HubOption hub = new HubOption();

    @Parameters(index = "0", paramLabel = "NODE", description = "the node's name")
    private String node = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "the step, as flow/step")
    private String step = "";

    Workbench open() {
        return hub.open();
    }

    DeviceId node() {
        return Names.device(node);
    }

    StepAddress step() {
        return Names.step(step);
    }
}
