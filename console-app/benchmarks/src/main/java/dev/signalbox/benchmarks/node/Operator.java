// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.node;

import dev.signalbox.agent.step.Sender;
import dev.signalbox.protocol.release.StepAddress;

/// Who tells the steps what to do.
record Operator() implements Sender {
    private static final StepAddress ADDRESS = new StepAddress("operator", "operator");

    @Override
    public StepAddress address() {
        return ADDRESS;
    }

    @Override
    public String service() {
        return "operator";
    }

    @Override
    public boolean isEnding() {
        return false;
    }
}
