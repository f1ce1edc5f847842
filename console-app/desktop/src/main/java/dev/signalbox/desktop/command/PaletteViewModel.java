// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import dev.signalbox.desktop.kit.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette offers for the letters that were typed. Without any: what was done last, then all that there is.
final class PaletteViewModel {
    private static final int REMEMBERED = 5;

    private final Supplier<List<Command>> source;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final List<String> recent = new ArrayList<>();
    private List<Command> all = List.of();

    PaletteViewModel(Supplier<List<Command>> source) {
        this.source = source;
        query.subscribe(this::look);
    }

    void personOpens() {
        all = source.get();
        query.set("");
        look();
    }

    void personRuns(Command command) {
        recent.remove(command.title());
        recent.addFirst(command.title());
        if (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
        command.action().run();
    }

    private void look() {
        found.setAll(query.get().isBlank() ? recentFirst() : CommandSearch.find(query.get(), all, recent));
    }

    private List<Command> recentFirst() {
        Map<String, Command> byName = new LinkedHashMap<>();
        all.forEach(command -> byName.putIfAbsent(command.title(), command));
        Map<String, Command> ordered = new LinkedHashMap<>();
        recent.stream().filter(byName::containsKey).forEach(title -> ordered.put(title, byName.get(title)));
        byName.forEach(ordered::putIfAbsent);
        return ordered.values().stream().limit(CommandSearch.MOST).toList();
    }

    StringProperty query() {
        return query;
    }

    ObservableList<Command> found() {
        return found;
    }
}
