// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person what is needed before a node is asked, and whether it is worth what is lost.
final class PersonsWishes implements NodeMenu.Actions, StepMenu.Actions {
    private final Operating operating;
    private final Node place;
    private @Nullable NodeRow row;

    /// @param place what the questions come up over
    PersonsWishes(Operating operating, Node place) {
        this.operating = operating;
        this.place = place;
    }

    /// That node is looked at.
    void of(NodeRow now) {
        row = now;
    }

    private NodeRow row() {
        return java.util.Objects.requireNonNull(row);
    }

    private DeviceId node() {
        return row().node().id();
    }

    private Window window() {
        return Ask.windowOf(place);
    }

    @Override
    public void ping() {
        operating.personPings(node());
    }

    @Override
    public void sync() {
        operating.personSyncs(node());
    }

    @Override
    public void restart() {
        DeviceId node = node();
        if (Ask.confirm(
                window(),
                "Restart " + node + "?",
                "Its steps stop for some seconds. Messages on its disk stay there; those between two steps that are not"
                        + " done within 2 s are lost.",
                "Restart")) {
            operating.personRestarts(node);
        }
    }

    @Override
    public void logLevel() {
        DeviceId node = node();
        new LevelForm(row().steps()).ask(window(), node.value(), level -> operating.personSetsLevel(node, level));
    }

    @Override
    public void collect(Duration span) {
        DeviceId node = node();
        var chooser = new FileChooser();
        chooser.setTitle("Save the log of " + node);
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        chooser.setInitialFileName(node + "-" + time + ".jsonl");
        File file = chooser.showSaveDialog(window());
        if (file != null) {
            operating.personCollects(node, span, file.toPath());
        }
    }

    @Override
    public void maintenance(boolean on) {
        DeviceId node = node();
        if (!on
                || Ask.confirm(
                        window(),
                        "Begin the maintenance of " + node + "?",
                        "Its steps stop once they have done what waits for them, for which they have 2 s. It stays"
                                + " connected; releases wait until the maintenance ends.",
                        "Begin")) {
            operating.personSwitches(node, SwitchChange.maintenance(on));
        }
    }

    @Override
    public void enable(boolean on) {
        DeviceId node = node();
        if (on
                || Ask.confirm(
                        window(),
                        "Disable " + node + "?",
                        "Its steps stop and stay so, also after restarts, until the node is enabled. It stays connected"
                                + " and takes releases.",
                        "Disable")) {
            operating.personSwitches(node, SwitchChange.node(on));
        }
    }

    @Override
    public void restart(StepAddress step) {
        operating.personActs(node(), step, StepDeed.RESTART);
    }

    @Override
    public void stop(StepAddress step) {
        DeviceId node = node();
        if (Ask.confirm(
                window(),
                "Stop " + step + "?",
                "It is started again by you, a restart of " + node + ", or a release that changes it. Up to 1,000"
                        + " messages wait for it meanwhile; more are lost and counted.",
                "Stop")) {
            operating.personActs(node, step, StepDeed.STOP);
        }
    }

    @Override
    public void start(StepAddress step) {
        operating.personActs(node(), step, StepDeed.START);
    }

    @Override
    public void step(StepAddress step, StepDeed deed) {
        operating.personActs(node(), step, deed);
    }

    @Override
    public void call(StepAddress step) {
        DeviceId node = node();
        new CallForm(step).ask(window(), call -> operating.personCalls(node, call));
    }

    @Override
    public void enable(StepAddress step, boolean on) {
        DeviceId node = node();
        if (on
                || Ask.confirm(
                        window(),
                        "Disable " + step + " on " + node + "?",
                        "It stops and stays so, also after restarts and releases, until it is enabled. Messages for it"
                                + " are lost meanwhile, and counted.",
                        "Disable")) {
            operating.personSwitches(node, SwitchChange.step(step, on));
        }
    }
}
