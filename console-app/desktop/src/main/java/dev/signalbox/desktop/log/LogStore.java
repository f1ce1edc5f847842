// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The newest 100,000 lines of all nodes, whoever looks at them.
public final class LogStore {
    private static final int CAPACITY = 100_000;
    private static final int NAMES_OFFERED = 500;

    private final LogRing<LogEvent> lines = new LogRing<>(CAPACITY);
    private final List<Runnable> watchers = new ArrayList<>();
    private final ReadOnlyLongWrapper warnings = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper errors = new ReadOnlyLongWrapper();
    private final Names nodes = new Names();
    private final Names services = new Names();

    /// Takes what came in since the last pulse, in one go.
    public void append(List<LogEvent> more) {
        long newWarnings = 0;
        long newErrors = 0;
        for (LogEvent event : more) {
            lines.add(event);
            nodes.saw(event.node());
            services.saw(event.line().service());
            LogLevel level = event.line().level();
            newWarnings += level == LogLevel.WARNING ? 1 : 0;
            newErrors += level == LogLevel.ERROR ? 1 : 0;
        }
        warnings.set(warnings.get() + newWarnings);
        errors.set(errors.get() + newErrors);
        watchers.forEach(Runnable::run);
    }

    /// Forgets all lines and counts from zero.
    public void clear() {
        lines.clear();
        warnings.set(0);
        errors.set(0);
        watchers.forEach(Runnable::run);
    }

    /// How many warnings came since the start or the last clear.
    public ReadOnlyLongProperty warnings() {
        return warnings.getReadOnlyProperty();
    }

    /// How many errors came since the start or the last clear.
    public ReadOnlyLongProperty errors() {
        return errors.getReadOnlyProperty();
    }

    LogRing<LogEvent> lines() {
        return lines;
    }

    /// Nodes seen, to choose from.
    ObservableList<String> nodes() {
        return nodes.offered;
    }

    /// Services seen, to choose from.
    ObservableList<String> services() {
        return services.offered;
    }

    /// Calls after each change.
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    private static final class Names {
        private final Set<String> known = new HashSet<>();
        private final ObservableList<String> offered = FXCollections.observableArrayList();

        void saw(String name) {
            if (known.size() < NAMES_OFFERED && known.add(name)) {
                int place = 0;
                while (place < offered.size() && offered.get(place).compareTo(name) < 0) {
                    place++;
                }
                offered.add(place, name);
            }
        }
    }
}
