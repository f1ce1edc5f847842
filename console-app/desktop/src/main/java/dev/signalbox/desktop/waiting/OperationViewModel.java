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
import javafx.beans.binding.ObjectBinding;
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
    private final StringProperty deviceId = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final BooleanProperty replace = new SimpleBooleanProperty(false);
    private final BooleanProperty deciding = new SimpleBooleanProperty(false);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final StringProperty refused = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<ApprovalDraft> draft = Bindings.createObjectBinding(
            () -> new ApprovalDraft(deviceId.get().strip(), tags.get(), replace.get()), deviceId, tags, replace);
    private final BooleanBinding taken;
    private final BooleanBinding canApprove;

    /// @param decided told what came of it
    OperationViewModel(OperationRow row, Provisioning hub, OnFx fx, Consumer<OperationView> decided) {
        this.hub = hub;
        this.fx = fx;
        this.decided = decided;
        this.row = new SimpleObjectProperty<>(row);
        taken = Bindings.createBooleanBinding(this::isKnownTaken, this.row, deviceId, refused);
        canApprove = Bindings.createBooleanBinding(
                () -> draft.get().isReady() && !busy.get() && (!taken.get() || replace.get()), draft, busy, taken);
        // what was agreed to for one id is not agreed to for another
        deviceId.subscribe(() -> replace.set(false));
        taken.subscribe(is -> {
            if (!is) {
                replace.set(false);
            }
        });
    }

    /// News of it.
    void show(OperationRow now) {
        row.set(now);
    }

    /// Opens the form, with the id the device asks for.
    void personBegins() {
        deviceId.set(wanted());
        tags.set("");
        problem.set(Optional.empty());
        deciding.set(true);
    }

    void personGivesUp() {
        deciding.set(false);
        problem.set(Optional.empty());
    }

    void personApproves() {
        if (canApprove.get()) {
            var approval = draft.get().approval();
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

    /// The id it would get; empty for one the hub makes.
    String goal() {
        String typed = deviceId.get().strip();
        return typed.isEmpty() ? wanted() : typed;
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

    StringProperty deviceId() {
        return deviceId;
    }

    StringProperty tags() {
        return tags;
    }

    /// The person's word that the device of that id may be shut out.
    BooleanProperty replace() {
        return replace;
    }

    ObjectBinding<ApprovalDraft> draft() {
        return draft;
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
