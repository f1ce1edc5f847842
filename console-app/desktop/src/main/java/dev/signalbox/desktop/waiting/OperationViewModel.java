// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One device that waits, and what a person is about to decide on it. What was typed outlives news of the device.
final class OperationViewModel {
    private static final String EXISTS = "operation.device-exists";

    private final Provisioning hub;
    private final OnFx fx;
    private final Consumer<OperationView> decided;
    private final ObjectProperty<OperationRow> row;
    private final ApprovalFields fields = new ApprovalFields();
    private final BooleanProperty deciding = new SimpleBooleanProperty(false);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final StringProperty refused = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding taken;
    private final BooleanBinding canApprove;

    /// @param decided told what came of it
    OperationViewModel(OperationRow row, Provisioning hub, OnFx fx, Consumer<OperationView> decided) {
        this.hub = hub;
        this.fx = fx;
        this.decided = decided;
        this.row = new SimpleObjectProperty<>(row);
        taken = Bindings.createBooleanBinding(this::isKnownTaken, this.row, fields.deviceId(), refused);
        canApprove = Bindings.createBooleanBinding(
                () -> draft().isReady() && !busy.get() && (!taken.get() || draft().replace()),
                fields.draft(),
                busy,
                taken);
        // nobody is to be shut out by a word for one that is gone
        taken.subscribe(is -> fields.replace().set(is && draft().replace()));
    }

    /// News of it.
    void show(OperationRow now) {
        row.set(now);
    }

    /// Opens the form, with the id the device asks for.
    void personBegins() {
        fields.begin(wanted());
        problem.set(Optional.empty());
        deciding.set(true);
    }

    void personGivesUp() {
        deciding.set(false);
        problem.set(Optional.empty());
    }

    void personApproves() {
        if (canApprove.get()) {
            var approval = draft().approval();
            ask(() -> hub.approve(row.get().id(), approval));
        }
    }

    void personRejects() {
        ask(() -> hub.reject(row.get().id()));
    }

    private void ask(Callable<OperationView> question) {
        if (!busy.get()) {
            busy.set(true);
            fx.fetch(question, this::answered, this::explain);
        }
    }

    private void answered(OperationView view) {
        busy.set(false);
        problem.set(Optional.empty());
        decided.accept(view);
    }

    private void explain(Problem why) {
        busy.set(false);
        problem.set(Optional.of(why));
        if (why.code().equals(EXISTS)) {
            refused.set(goal());
        }
    }

    private String wanted() {
        return row.get().operation().wanted().map(DeviceId::value).orElse("");
    }

    private ApprovalDraft draft() {
        return fields.draft().get();
    }

    /// The id it would get; empty for one the hub makes.
    private String goal() {
        return draft().id().isEmpty() ? wanted() : draft().id();
    }

    private boolean isKnownTaken() {
        String goal = goal();
        boolean asWanted = row.get().operation().wantedExists() && goal.equals(wanted());
        return !goal.isEmpty() && (asWanted || goal.equals(refused.get()));
    }

    String id() {
        return row.get().id();
    }

    ReadOnlyObjectProperty<OperationRow> row() {
        return row;
    }

    /// Whether the person is at its form.
    ReadOnlyBooleanProperty isDeciding() {
        return deciding;
    }

    ApprovalFields fields() {
        return fields;
    }

    /// Whether there is known to be a device of the id it would get.
    BooleanBinding taken() {
        return taken;
    }

    BooleanBinding canApprove() {
        return canApprove;
    }

    /// Why the last decision was refused; empty when it was not.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
