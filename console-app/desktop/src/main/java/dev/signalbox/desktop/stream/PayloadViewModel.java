// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Sizes;
import dev.signalbox.workbench.stream.Payload;
import dev.signalbox.workbench.stream.PayloadForm;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A payload in the form that fits it, or in the one that somebody wants. What is not in sight is not worked out.
final class PayloadViewModel {
    /// More characters make the window slow, and so do longer lines.
    private static final int MOST_SHOWN = 128 << 10;

    private static final int LONGEST_LINE = 20_000;

    private final ObjectProperty<PayloadForm> form = new SimpleObjectProperty<>(PayloadForm.TEXT);
    private final BooleanProperty isJson = new SimpleBooleanProperty();
    private final StringProperty json = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ObservableList<String> hex = FXCollections.observableArrayList();
    private Optional<PayloadForm> preferred = Optional.empty();
    private Optional<Payload> payload = Optional.empty();

    void show(Payload now) {
        payload = Optional.of(now);
        Optional<String> laidOut = now.json().filter(PayloadViewModel::canBeShown);
        isJson.set(laidOut.isPresent());
        PayloadForm fits = laidOut.isEmpty() && now.form() == PayloadForm.JSON ? PayloadForm.TEXT : now.form();
        form.set(preferred
                .filter(wanted -> wanted != PayloadForm.JSON || laidOut.isPresent())
                .orElse(fits));
        fill(now, laidOut.orElse(""));
    }

    private static boolean canBeShown(String json) {
        return json.lines().allMatch(line -> line.length() <= LONGEST_LINE);
    }

    /// Shows this and the payloads after it in another form, where they have it.
    void personWants(PayloadForm other) {
        preferred = Optional.of(other);
        payload.ifPresent(this::show);
    }

    private void fill(Payload now, String laidOut) {
        json.set(form.get() == PayloadForm.JSON ? laidOut : "");
        String all = form.get() == PayloadForm.TEXT ? now.text() : "";
        text.set(all.substring(0, Math.min(MOST_SHOWN, all.length())));
        hex.setAll(form.get() == PayloadForm.HEX ? now.hex() : List.of());
        note.set(note(now, all.length() > MOST_SHOWN));
    }

    private static String note(Payload now, boolean isLong) {
        if (now.length() == 0 && now.whole()) {
            return "The payload is empty.";
        }
        if (now.whole() && !isLong) {
            return "";
        }
        String part = isLong ? MOST_SHOWN / 1024 + " thousand characters" : Sizes.words(now.length());
        return "These are its first " + part + ". Download the payload to have all of it.";
    }

    /// What is shown, to be copied.
    String shown() {
        return switch (form.get()) {
            case JSON -> json.get();
            case TEXT -> text.get();
            case HEX -> String.join("\n", hex);
        };
    }

    ReadOnlyObjectProperty<PayloadForm> form() {
        return form;
    }

    /// Whether it can be shown as JSON.
    ReadOnlyBooleanProperty isJson() {
        return isJson;
    }

    /// Laid out; empty unless the form is JSON.
    StringProperty json() {
        return json;
    }

    StringProperty text() {
        return text;
    }

    ObservableList<String> hex() {
        return hex;
    }

    /// What is to be said of what is shown.
    ReadOnlyStringProperty note() {
        return note;
    }
}
