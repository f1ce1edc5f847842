// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.Run;
import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.api.Twin;
import java.util.List;

/// One run of a service in its process. Up to 64 messages are handed over ahead of what it has answered.
final class ChildRun implements Run {
    private static final long STOP_MILLIS = 1_900;

    private final ChildProcess process;
    private final RunRuntime runtime;
    private final ChildEar ear;

    ChildRun(ChildProcess process, RunRuntime runtime, ChildEar ear) {
        this.process = process;
        this.runtime = runtime;
        this.ear = ear;
    }

    /// Has the service constructed.
    void load() throws InterruptedException {
        process.listen(ear);
        ear.stages().await("ready");
        ear.sender().send(ChildLines.load(runtime));
        ear.stages().await("loaded");
    }

    @Override
    public void start() throws InterruptedException {
        ear.sender().send(ChildLines.op("start"));
        ear.stages().await("started");
    }

    @Override
    public void take(Item.Delivery delivery) {
        ear.sender().hand(delivery);
    }

    @Override
    public void pause() {
        ear.sender().flush();
    }

    @Override
    public void stateUpdate(Twin twin) {
        ear.sender().send(ChildLines.state(twin));
    }

    @Override
    public void signedIn() {
        ear.sender().send(ChildLines.op("signedin"));
    }

    /// The process has 1.9 s to finish and to stop; then it is killed with all it started.
    @Override
    public void stop() {
        ear.ending();
        try {
            if (ear.stages().death() == null) {
                ear.sender().send(ChildLines.op("stop"));
                if (!ear.stages().await("stopped", STOP_MILLIS)) {
                    ear.say("The service did not stop within 2 s, and its process was ended.");
                }
            }
        } catch (InterruptedException hurry) {
            ear.say("The service did not stop within 2 s, and its process was ended.");
        } catch (ForeignException died) {
            ear.say(String.valueOf(died.getMessage()));
        } finally {
            process.close();
            ear.close();
        }
    }

    @Override
    public List<Item.Delivery> unfinished() {
        return ear.window().notBegun();
    }

    @Override
    public List<Item.Delivery> suspects() {
        return ear.window().suspects();
    }
}
