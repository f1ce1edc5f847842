// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.workbench.device.Difference;
import dev.signalbox.workbench.device.Twin;
import dev.signalbox.workbench.editing.JsonHelp;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person can write in a twin: its tags and desired properties, as JSON.
final class TwinText {
    private static final JsonHelp JSON = new JsonHelp(true);

    private final StringProperty tags = new SimpleStringProperty("");
    private final StringProperty desired = new SimpleStringProperty("");

    void show(String newTags, String newDesired) {
        tags.set(newTags);
        desired.set(newDesired);
    }

    void show(Twin twin) {
        show(twin.tags(), twin.desired().text());
    }

    /// Keeps what is written now.
    TwinDraft draft(Twin base) {
        return new TwinDraft(base, tags.get(), desired.get());
    }

    boolean differs(Twin from) {
        return !same(
                draft(from), new TwinDraft(from, from.tags(), from.desired().text()));
    }

    private static boolean same(TwinDraft one, TwinDraft other) {
        return one.tags().equals(other.tags()) && one.desired().equals(other.desired());
    }

    /// Whether nothing was written since.
    boolean isStill(TwinDraft draft) {
        return same(draft, draft(draft.base()));
    }

    /// Whether both are JSON objects.
    boolean isGood() {
        return JSON.complaint(tags.get()).isEmpty()
                && JSON.complaint(desired.get()).isEmpty();
    }

    /// Where it differs from a twin; nothing while it is no JSON.
    List<Difference> differencesFrom(Twin twin) {
        return isGood() ? twin.differencesFrom(tags.get(), desired.get()) : List.of();
    }

    StringProperty tags() {
        return tags;
    }

    StringProperty desired() {
        return desired;
    }
}
