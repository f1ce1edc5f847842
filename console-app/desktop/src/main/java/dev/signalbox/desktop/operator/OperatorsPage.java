// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.workbench.operator.Audit;
import dev.signalbox.workbench.operator.Operators;
import dev.signalbox.workbench.operator.Trust;
import java.time.Clock;
import java.util.List;
import javafx.scene.Node;

/// The Operators page: who may do what, whose signatures count, and who did what.
public final class OperatorsPage implements Page {
    private final OperatorsViewModel model;
    private final AuditViewModel audit;
    private final Clock clock;
    private final Lazy<Node> view = new Lazy<>(this::draw);

    /// What is asked of the hub. All calls block and throw `ProblemException`.
    public record Desk(Operators operators, Trust trust, Audit audit) {}

    public OperatorsPage(Desk desk, OnFx fx, Clock clock) {
        this.clock = clock;
        model = new OperatorsViewModel(desk, fx, clock);
        audit = new AuditViewModel(desk.audit(), fx);
    }

    private Node draw() {
        var all = new Strip("operators")
                .with("Operators", new OperatorsView(model, clock))
                .with("Audit", new AuditView(audit));
        all.getStyleClass().add("page");
        return all;
    }

    @Override
    public Place place() {
        return Place.OPERATORS;
    }

    @Override
    public List<String> names() {
        return model.all().stream().map(OperatorRow::name).toList();
    }

    @Override
    public Node view() {
        return view.get();
    }

    @Override
    public void shown() {
        model.look();
        audit.look();
    }

    /// @param argument an operator's name
    @Override
    public void open(String argument) {
        model.personChose(argument);
    }
}
