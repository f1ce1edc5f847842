// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.release.ReleasesViewModel.Two;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutView;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// All releases, newest first.
final class ReleaseTable extends TableView<ReleaseSummary> {
    private final ReleasesViewModel model;

    ReleaseTable(ReleasesViewModel model, RolloutsViewModel rollouts) {
        super(model.rows());
        this.model = model;
        setId("releases");
        setAccessibleText("Releases");
        setPlaceholder(new Region());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Columns.add(this, "No.", 58, row -> "" + row.number(), Columns::mono);
        Columns.add(this, "Why", 130, ReleaseSummary::note, Columns::words);
        Columns.add(this, "Who", 84, ReleaseSummary::createdBy, Columns::words);
        Columns.add(this, "When", 150, row -> ReleaseWords.time(row.createdAt()), Columns::quiet);
        Columns.add(this, "Stages", 92, row -> rollouts.of(row.number()), ReleaseTable::stages);
        rollouts.all().subscribe(this::refresh);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.personChose(row.number());
            }
        });
        model.compared().subscribe(this::mark);
        model.rows().subscribe(() -> mark(model.compared().get()));
    }

    private static void stages(TableCell<?, ?> cell, Optional<RolloutView> rollout) {
        cell.setGraphic(rollout.map(view -> new Chip(RolloutWords.state(view), RolloutWords.tone(view)))
                .orElse(null));
    }

    private void mark(Optional<Two> compared) {
        compared.flatMap(two -> model.release(two.after()))
                .filter(row -> !row.equals(getSelectionModel().getSelectedItem()))
                .ifPresent(row -> getSelectionModel().select(row));
    }
}
