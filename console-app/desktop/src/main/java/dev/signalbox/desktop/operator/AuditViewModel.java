// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.audit.AuditEntry;
import dev.signalbox.operator.audit.AuditPage;
import dev.signalbox.workbench.operator.Audit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of what operators did: the newest that fit what the person looks for, and more on demand.
final class AuditViewModel {
    private final Audit audit;
    private final Asking asking;
    private final ObservableList<AuditEntry> all = FXCollections.observableArrayList();
    private final StringProperty who = new SimpleStringProperty("");
    private final StringProperty what = new SimpleStringProperty("");
    private final BooleanProperty hasOlder = new SimpleBooleanProperty(false);
    private final BooleanProperty read = new SimpleBooleanProperty(false);
    private long before;

    AuditViewModel(Audit audit, OnFx fx) {
        this.audit = audit;
        asking = new Asking(fx);
    }

    /// Reads the newest.
    void look() {
        String operator = who.get().strip();
        String text = what.get().strip();
        asking.ask(() -> audit.page(0, operator, text), page -> {
            if (operator.equals(who.get().strip()) && text.equals(what.get().strip())) {
                all.clear();
                add(page);
            }
        });
    }

    /// The person wants to see what was done before.
    void personGoesBack() {
        long from = before;
        asking.ask(() -> audit.page(from, who.get().strip(), what.get().strip()), page -> {
            if (from == before) {
                add(page);
            }
        });
    }

    private void add(AuditPage page) {
        all.addAll(page.entries());
        before = page.before();
        hasOlder.set(page.before() != 0);
        read.set(true);
    }

    /// Newest first.
    ObservableList<AuditEntry> all() {
        return all;
    }

    /// A name; empty for all.
    StringProperty who() {
        return who;
    }

    /// A part of what was done; empty for all.
    StringProperty what() {
        return what;
    }

    ReadOnlyBooleanProperty hasOlder() {
        return hasOlder;
    }

    /// Whether the hub has answered yet.
    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    Asking asking() {
        return asking;
    }
}
