// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed into the form that lets a device in.
final class ApprovalFields {
    private final StringProperty deviceId = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final BooleanProperty replace = new SimpleBooleanProperty(false);
    private final ObjectBinding<ApprovalDraft> draft = Bindings.createObjectBinding(
            () -> new ApprovalDraft(deviceId.get().strip(), tags.get(), replace.get()), deviceId, tags, replace);

    /// What was agreed to for one id is not agreed to for another.
    ApprovalFields() {
        deviceId.subscribe(() -> replace.set(false));
    }

    /// A form with nothing but an id in it.
    void begin(String id) {
        deviceId.set(id);
        tags.set("");
        replace.set(false);
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
}
