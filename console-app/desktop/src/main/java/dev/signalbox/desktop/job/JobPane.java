// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.TallyBar;
import dev.signalbox.operator.job.JobTiming;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about the job that is looked at.
final class JobPane extends VBox {
    private final JobsViewModel model;
    private final JobDevices devices;
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label name = new Label();
    private final GridPane facts = new GridPane();
    private final TallyBar bar = new TallyBar(TallyBar.Parts.NONE);
    private final Label tally = new Label();
    private final Button cancel = Buttons.plain(Icons.CLEAR, "Cancel…", this::cancel);
    private final Button rerun = Buttons.plain(Icons.REFRESH, "Rerun failed", () -> rerun(false));
    private final Button rerunUnknown = Buttons.plain("Rerun unknown too…", () -> rerun(true));
    private Optional<JobRow> shown = Optional.empty();

    /// @param again what making the same again does
    JobPane(JobsViewModel model, JobDevices devices, Consumer<JobRow> again) {
        this.model = model;
        this.devices = devices;
        getStyleClass().addAll("pane", "pane-right", "job-pane");
        name.getStyleClass().add("pane-title");
        name.setId("job-name");
        tally.setId("job-tally");
        tally.setWrapText(true);
        facts.getStyleClass().add("job-facts");
        cancel.setId("job-cancel");
        rerun.setId("job-rerun");
        var same = Buttons.plain(Icons.AGAIN, "Make again…", () -> shown.ifPresent(again));
        same.setId("job-again");
        var actions = new FlowPane(rerun, rerunUnknown, same, cancel);
        actions.getStyleClass().add("job-actions");
        var about = new VBox(bar, tally, facts, actions);
        about.getStyleClass().add("job-about");
        VBox.setVgrow(devices, Priority.ALWAYS);
        getChildren().addAll(head(), about, devices);
        model.chosen().subscribe(this::show);
    }

    private Node head() {
        var head = new HBox(lamp, name);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void show(Optional<JobRow> row) {
        shown = row;
        devices.show(row);
        setVisible(row.isPresent());
        setManaged(row.isPresent());
        row.ifPresent(this::show);
    }

    private void show(JobRow row) {
        lamp.show(row.lamp());
        name.setText(row.id());
        name.setTooltip(new Tooltip(row.id()));
        bar.show(row.parts());
        tally.setText(row.summary());
        long failed = row.tally().failed();
        rerun.setText(failed == 0 ? "Rerun failed" : "Rerun " + failed + " failed");
        rerun.setDisable(failed == 0);
        rerunUnknown.setVisible(row.tally().unknown() > 0);
        rerunUnknown.setManaged(rerunUnknown.isVisible());
        cancel.setVisible(row.isOpen());
        cancel.setManaged(row.isOpen());
        showFacts(row);
    }

    private void showFacts(JobRow row) {
        facts.getChildren().clear();
        JobTiming timing = row.job().timing();
        fact("Does", row.work());
        fact("With", row.job().work().document());
        fact("Devices", row.condition());
        fact("From", row.origin());
        fact("Starts", row.started());
        fact("Ends", row.ends());
        fact(
                "Limits",
                "waits " + Times.length(Duration.ofSeconds(timing.windowSeconds()))
                        + (timing.perSecond() == 0 ? "" : ", " + timing.perSecond() + " devices a second")
                        + (timing.attempts() == 1 ? "" : ", " + timing.attempts() + " attempts"));
        fact("Reason", row.job().progress().reason());
    }

    private void fact(String title, String value) {
        if (!value.isEmpty()) {
            var label = new Label(title);
            label.getStyleClass().add("muted");
            label.setMinWidth(USE_PREF_SIZE);
            var words = new Label(value);
            words.setMinWidth(0);
            words.setTooltip(new Tooltip(value));
            facts.addRow(facts.getRowCount(), label, words);
        }
    }

    private void cancel() {
        shown.ifPresent(row -> {
            String words = "Devices that were not asked yet will not be. What was sent is waited for.";
            if (Ask.confirm(getScene().getWindow(), "Cancel " + row.id() + "?", words, "Cancel job")) {
                model.personCancels(row);
            }
        });
    }

    private void rerun(boolean unknownToo) {
        shown.ifPresent(row -> {
            String words = "These devices were asked, and nobody knows whether they did it. They may do it twice.";
            if (!unknownToo || Ask.confirm(getScene().getWindow(), "Rerun unknown outcomes?", words, "Rerun")) {
                model.personReruns(row, unknownToo);
            }
        });
    }
}
