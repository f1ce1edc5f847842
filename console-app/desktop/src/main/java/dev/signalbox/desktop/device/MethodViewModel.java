// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.device.MethodWish;
import dev.signalbox.workbench.editing.JsonHelp;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Calls methods of the chosen device. What is typed stays for the next device; the last calls are kept for each.
final class MethodViewModel {
    private static final int MOST_KEPT = 100;
    private static final int LONGEST_WAIT = 300;
    private static final JsonHelp JSON = new JsonHelp(false);

    private final Devices devices;
    private final OnFx fx;
    private final Clock clock;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty payload = new SimpleStringProperty("{}");
    private final StringProperty connectSeconds = new SimpleStringProperty("0");
    private final StringProperty responseSeconds = new SimpleStringProperty("30");
    private final ObservableList<MethodCall> calls = FXCollections.observableArrayList();
    private final FilteredList<MethodCall> shown = new FilteredList<>(calls);
    private final BooleanBinding ready =
            Bindings.createBooleanBinding(this::isReady, name, payload, connectSeconds, responseSeconds);
    private Optional<ClientId> chosen = Optional.empty();

    MethodViewModel(Devices devices, OnFx fx, Clock clock) {
        this.devices = devices;
        this.fx = fx;
        this.clock = clock;
    }

    void show(ClientId who) {
        chosen = Optional.of(who);
        shown.setPredicate(call -> call.who().equals(who));
    }

    private boolean isReady() {
        return !name.get().isBlank()
                && JSON.complaint(payload.get()).isEmpty()
                && connectComplaint().isEmpty()
                && responseComplaint().isEmpty();
    }

    /// What is wrong with the wait for the device; empty when nothing is.
    String connectComplaint() {
        return seconds(connectSeconds.get()) < 0 ? "0 to 300 seconds." : "";
    }

    /// What is wrong with the wait for the answer; empty when nothing is.
    String responseComplaint() {
        return seconds(responseSeconds.get()) < 1 ? "1 to 300 seconds." : "";
    }

    /// -1 when it is no number of seconds that a hub would wait.
    private static int seconds(String text) {
        boolean number = text.strip().matches("[0-9]{1,3}");
        int seconds = number ? Integer.parseInt(text.strip()) : -1;
        return seconds > LONGEST_WAIT ? -1 : seconds;
    }

    void personCalls() {
        if (ready.get()) {
            chosen.ifPresent(this::call);
        }
    }

    private void call(ClientId who) {
        var wish = new MethodWish(
                name.get().strip(), payload.get(), seconds(connectSeconds.get()), seconds(responseSeconds.get()));
        var call = new MethodCall(who, wish, clock.instant(), new MethodCall.Result.Waiting());
        calls.addFirst(call);
        if (calls.size() > MOST_KEPT) {
            calls.removeLast();
        }
        fx.fetch(
                () -> devices.call(who, wish),
                outcome -> ended(call, new MethodCall.Result.Answered(outcome)),
                problem -> ended(call, new MethodCall.Result.Failed(problem)));
    }

    private void ended(MethodCall call, MethodCall.Result how) {
        for (int i = 0; i < calls.size(); i++) {
            if (isSame(calls.get(i), call)) {
                calls.set(i, call.ended(how));
                return;
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // two calls may say the same at the same instant
    private static boolean isSame(MethodCall one, MethodCall other) {
        return one == other;
    }

    /// Puts a call back into the form, to be changed and made again.
    void personRepeats(MethodCall call) {
        name.set(call.wish().name());
        payload.set(call.wish().payload());
        connectSeconds.set(Integer.toString(call.wish().connectSeconds()));
        responseSeconds.set(Integer.toString(call.wish().responseSeconds()));
    }

    StringProperty name() {
        return name;
    }

    StringProperty payload() {
        return payload;
    }

    StringProperty connectSeconds() {
        return connectSeconds;
    }

    StringProperty responseSeconds() {
        return responseSeconds;
    }

    /// Whether all that is typed makes a call.
    BooleanBinding ready() {
        return ready;
    }

    /// The last calls of the chosen device, newest first.
    ObservableList<MethodCall> calls() {
        return shown;
    }
}
