// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.release.Approvals;
import dev.signalbox.workbench.release.Releases;
import dev.signalbox.workbench.rollout.Rollouts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The Releases page: who released what, when and why, and what differs between any two.
public final class ReleasesPage implements Page {
    private static final String RELEASES = "releases";

    private final ReleasesViewModel model;
    private final RolloutsViewModel rollouts;
    private final ProposalsViewModel proposals;
    private final Lazy<Node> view = new Lazy<>(this::draw);
    private boolean seen;

    public ReleasesPage(Releases releases, Rollouts staged, Approvals approvals, OnFx fx) {
        model = new ReleasesViewModel(releases, fx);
        rollouts = new RolloutsViewModel(staged, fx);
        proposals = new ProposalsViewModel(approvals, fx);
    }

    private Node draw() {
        var table = new ReleaseTable(model, rollouts);
        VBox.setVgrow(table, Priority.ALWAYS);
        var bar = new PageBar("Releases")
                .counting(Bindings.createStringBinding(
                        () -> model.rows().isEmpty() ? "" : model.rows().size() + " in all", model.rows()));
        var list = new VBox(bar, table);
        list.getStyleClass().add("releases-list");
        var pane = new ReleasePane(model, rollouts);
        HBox.setHgrow(pane, Priority.ALWAYS);
        var none = new EmptyState(
                Icons.RELEASE,
                "No releases yet",
                "A release is everything that runs, signed by who made it. Wire services into a flow, assign its steps"
                        + " to nodes, and press Release at the top.");
        var both = new HBox(list, pane);
        VBox.setVgrow(both, Priority.ALWAYS);
        var frame = new Frame(both, none, model.empty(), problem());
        VBox.setVgrow(frame, Priority.ALWAYS);
        var all = new VBox(new ProposalStrip(proposals), frame);
        all.getStyleClass().add("page");
        return all;
    }

    /// Of either question.
    private ObservableValue<Optional<Problem>> problem() {
        return Bindings.createObjectBinding(
                () -> Stream.of(
                                proposals.refusal(),
                                rollouts.refusal(),
                                model.problem(),
                                rollouts.problem(),
                                proposals.problem())
                        .flatMap(one -> one.get().stream())
                        .findFirst(),
                proposals.refusal(),
                rollouts.refusal(),
                model.problem(),
                rollouts.problem(),
                proposals.problem());
    }

    /// Something changed at the hub.
    ///
    /// @param what as the hub's feed of changes says it
    public void changed(String what) {
        if (seen && what.equals(RELEASES)) {
            model.look();
            rollouts.look();
            proposals.look();
        }
    }

    @Override
    public Place place() {
        return Place.RELEASES;
    }

    @Override
    public List<String> names() {
        return model.rows().stream().map(row -> Long.toString(row.number())).toList();
    }

    @Override
    public List<KeyNote> keys() {
        return List.of(new KeyNote("F8", "next difference"), new KeyNote("Shift+F8", "previous difference"));
    }

    @Override
    public Node view() {
        return view.get();
    }

    @Override
    public void shown() {
        seen = true;
        model.shown();
        rollouts.look();
        proposals.look();
    }

    /// @param argument the number of a release
    @Override
    public void open(String argument) {
        model.rows().stream()
                .filter(row -> Long.toString(row.number()).equals(argument))
                .findFirst()
                .ifPresent(row -> model.personChose(row.number()));
    }
}
