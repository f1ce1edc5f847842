// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.code.DiffViewModel;
import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.release.Releases;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Releases page knows: all releases, which two are held against each other, and what differs.
final class ReleasesViewModel {
    private final Releases releases;
    private final Asking asking;
    private final DiffViewModel differences = new DiffViewModel();
    private final ObservableList<ReleaseSummary> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Two>> compared = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final BooleanProperty empty = new SimpleBooleanProperty();
    private boolean chosen;

    /// Two releases, by number.
    ///
    /// @param before 0 for what was there before the first
    record Two(long before, long after) {}

    ReleasesViewModel(Releases releases, OnFx fx) {
        this.releases = releases;
        this.asking = new Asking(fx);
        asking.problem().subscribe(problem -> problem.ifPresent(_ -> comparing.set(false)));
    }

    /// The person comes: she sees the newest, unless she chose another before.
    void shown() {
        asking.ask(releases::history, found -> {
            show(found);
            if (!chosen && !found.isEmpty()) {
                compareWithBefore(found.getFirst().number());
            }
        });
    }

    /// Asks the hub which there are. What is looked at stays.
    void look() {
        asking.ask(releases::history, this::show);
    }

    private void show(List<ReleaseSummary> found) {
        if (!rows.equals(found)) {
            rows.setAll(found);
        }
        empty.set(found.isEmpty());
    }

    /// The person wants to know what a release changed: it is held against the one before it.
    void personChose(long number) {
        chosen |= compareWithBefore(number);
    }

    /// False if that is what is looked at.
    private boolean compareWithBefore(long number) {
        boolean other = compared.get().filter(now -> now.after() == number).isEmpty();
        if (other) {
            compare(new Two(before(number), number));
        }
        return other;
    }

    private long before(long number) {
        return rows.stream()
                .mapToLong(ReleaseSummary::number)
                .filter(one -> one < number)
                .max()
                .orElse(0);
    }

    /// The person holds another release against the one that is looked at.
    void personComparesWith(long before) {
        compared.get().filter(now -> now.before() != before).ifPresent(now -> compare(new Two(before, now.after())));
    }

    private void compare(Two two) {
        compared.set(Optional.of(two));
        comparing.set(true);
        differences.show(List.of());
        asking.ask(() -> releases.compare(two.before(), two.after()), parts -> show(two, parts));
    }

    /// An answer may come when the person looks at others already.
    private void show(Two two, List<Part> parts) {
        if (compared.get().filter(two::equals).isPresent()) {
            comparing.set(false);
            differences.show(parts);
        }
    }

    /// Newest first.
    ObservableList<ReleaseSummary> rows() {
        return rows;
    }

    Optional<ReleaseSummary> release(long number) {
        return rows.stream().filter(row -> row.number() == number).findFirst();
    }

    /// Empty before one was chosen.
    ReadOnlyObjectProperty<Optional<Two>> compared() {
        return compared;
    }

    /// Whether the answer is still to come.
    ReadOnlyBooleanProperty comparing() {
        return comparing;
    }

    DiffViewModel differences() {
        return differences;
    }

    /// Whether the hub said that there are none.
    ReadOnlyBooleanProperty empty() {
        return empty;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
