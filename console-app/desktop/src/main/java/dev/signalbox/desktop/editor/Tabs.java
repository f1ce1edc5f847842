// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The services that are open, at most one version of each, and which one is looked at.
final class Tabs {
    private final ObservableList<OpenService> open = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<OpenService>> current = new SimpleObjectProperty<>(Optional.empty());

    /// Puts a version into the tab of its service, or into a new one, and looks at it.
    void show(OpenService fresh) {
        Optional<OpenService> tab = of(fresh.name());
        if (tab.isPresent()) {
            open.set(open.indexOf(tab.get()), fresh);
        } else {
            open.add(fresh);
        }
        select(fresh);
    }

    void select(OpenService tab) {
        current.set(Optional.of(tab));
    }

    /// Takes a tab away; its neighbour is looked at then.
    void remove(OpenService tab) {
        int at = open.indexOf(tab);
        open.remove(tab);
        if (current.get().filter(tab::equals).isPresent()) {
            current.set(open.isEmpty() ? Optional.empty() : Optional.of(open.get(Math.min(at, open.size() - 1))));
        }
    }

    Optional<OpenService> of(String service) {
        return open.stream().filter(tab -> tab.name().equals(service)).findFirst();
    }

    boolean dirty(String service) {
        return of(service).filter(OpenService::dirty).isPresent();
    }

    ObservableList<OpenService> open() {
        return open;
    }

    ReadOnlyObjectProperty<Optional<OpenService>> current() {
        return current;
    }
}
