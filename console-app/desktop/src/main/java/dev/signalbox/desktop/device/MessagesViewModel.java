// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Devices;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Sends messages to the chosen device, and tells what becomes of them.
final class MessagesViewModel {
    private static final long LONGEST_SECONDS = 48L * 3600;
    private static final int MOST_KEPT = 100;

    private final Devices devices;
    private final Clock clock;
    private final Asking asking;
    private final Asking looking;
    private final StringProperty body = new SimpleStringProperty("");
    private final StringProperty properties = new SimpleStringProperty("");
    private final StringProperty seconds = new SimpleStringProperty("3600");
    private final ObjectProperty<Ack> ack = new SimpleObjectProperty<>(Ack.FULL);
    private final ObjectProperty<Optional<MessageQueue>> queue = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<SentLine> sent = FXCollections.observableArrayList();
    private final FilteredList<SentLine> shown = new FilteredList<>(sent);
    private final BooleanBinding ready = Bindings.createBooleanBinding(
            () -> secondsComplaint().isEmpty() && propertiesComplaint().isEmpty(), seconds, properties);
    private Optional<DeviceId> chosen = Optional.empty();

    MessagesViewModel(Devices devices, OnFx fx, Clock clock) {
        this.devices = devices;
        this.clock = clock;
        asking = new Asking(fx);
        looking = new Asking(fx);
    }

    void show(DeviceId id) {
        chosen = Optional.of(id);
        queue.set(Optional.empty());
        shown.setPredicate(line -> line.device().equals(id));
        look();
    }

    /// Asks the hub anew what waits and what became of the rest.
    void look() {
        chosen.ifPresent(id -> looking.ask(() -> devices.messages(id), found -> {
            sent.replaceAll(line -> line.device().equals(id) ? line.after(found) : line);
            if (chosen.filter(id::equals).isPresent()) {
                queue.set(Optional.of(found));
            }
        }));
    }

    void personSends() {
        if (ready.get()) {
            chosen.ifPresent(this::send);
        }
    }

    private void send(DeviceId id) {
        String text = body.get();
        boolean asked = ack.get() != Ack.NONE;
        Map<String, String> all = new HashMap<>(MessageProperties.read(properties.get()));
        all.put("$.mid", UUID.randomUUID().toString());
        all.put("iothub-ack", ack.get().wireName());
        var message = new NewMessage(text, all, Long.parseLong(seconds.get().strip()));
        asking.ask(() -> devices.send(id, message), messageId -> {
            sent.addFirst(new SentLine(
                    id, messageId, text, clock.instant(), asked, SentLine.Fate.WAITING, "waits for the device"));
            if (sent.size() > MOST_KEPT) {
                sent.removeLast();
            }
            look();
        });
    }

    /// Takes back all that waits.
    void personPurges() {
        chosen.ifPresent(id -> asking.ask(() -> devices.purge(id), count -> look()));
    }

    /// What is wrong with how long it is kept; empty when nothing is.
    String secondsComplaint() {
        String text = seconds.get().strip();
        boolean good =
                text.matches("[0-9]{1,6}") && Long.parseLong(text) >= 1 && Long.parseLong(text) <= LONGEST_SECONDS;
        return good ? "" : "1 to 172800 seconds, which is two days.";
    }

    String propertiesComplaint() {
        return MessageProperties.complaint(properties.get());
    }

    StringProperty body() {
        return body;
    }

    StringProperty properties() {
        return properties;
    }

    StringProperty seconds() {
        return seconds;
    }

    ObjectProperty<Ack> ack() {
        return ack;
    }

    BooleanBinding ready() {
        return ready;
    }

    /// What waits at the hub; empty until it is read.
    ReadOnlyObjectProperty<Optional<MessageQueue>> queue() {
        return queue;
    }

    /// What was sent from here to the chosen device, newest first.
    ObservableList<SentLine> sent() {
        return shown;
    }

    /// What the person asked for.
    Asking asking() {
        return asking;
    }

    /// What the page asks for by itself, again and again.
    Asking looking() {
        return looking;
    }
}
