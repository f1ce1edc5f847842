// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.code.DiffView;
import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.release.Proposal;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The release that waits until more operators have signed it. Not there while none does.
final class ProposalStrip extends HBox {
    private final ProposalsViewModel model;
    private final Label words = new Label();
    private final Label signed = new Label();

    ProposalStrip(ProposalsViewModel model) {
        this.model = model;
        getStyleClass().addAll("row", "proposal-strip");
        words.setId("proposal-words");
        words.getStyleClass().add("strong");
        words.setMinWidth(Region.USE_PREF_SIZE);
        signed.setId("proposal-signed");
        signed.getStyleClass().addAll("muted", "small-words");
        signed.setMinWidth(0);
        signed.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(signed, Priority.ALWAYS);
        var review = Buttons.primary("Review…", model::personReviews);
        review.setId("proposal-review");
        review.setMinWidth(Region.USE_PREF_SIZE);
        var back = Buttons.plain("Take back…", this::takesBack);
        back.setId("proposal-take-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(new Chip("waits", Chip.Tone.WARNING), words, signed, review, back);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(model.open().map(Optional::isPresent));
        model.open().subscribe(now -> now.ifPresent(this::show));
        model.review().addListener((its, before, now) -> now.ifPresent(this::ask));
    }

    private void show(Proposal proposal) {
        words.setText(ReleaseWords.waiting(proposal));
        signed.setText(ReleaseWords.signed(proposal));
        signed.setTooltip(new Tooltip(signed.getText()));
    }

    private void ask(ProposalsViewModel.Review read) {
        boolean signs = Ask.fill(
                Ask.windowOf(this),
                ReleaseWords.waiting(read.proposal()),
                form(read),
                "Approve",
                new SimpleBooleanProperty(true));
        if (signs) {
            model.personApproves(read);
        } else {
            model.personLeaves();
        }
    }

    private static Node form(ProposalsViewModel.Review read) {
        var what = Fields.quiet(
                read.changesNothing()
                        ? "It changes nothing of what runs now."
                        : "This is what it changes of what runs now. Your signature is under exactly this.");
        var before = Fields.quiet("Now");
        var after = Fields.quiet("Release " + read.proposal().number());
        var differences = new DiffView(read.differences(), before, after);
        differences.setVisible(!read.changesNothing());
        differences.setManaged(!read.changesNothing());
        var form = new VBox(what, differences);
        form.setId("proposal-form");
        form.getStyleClass().add("proposal-form");
        return form;
    }

    private void takesBack() {
        model.open()
                .get()
                .filter(proposal -> Ask.confirm(
                        Ask.windowOf(this),
                        "Take back release " + proposal.number() + "?",
                        "It is given up for everybody. Nothing on any node changes.",
                        "Take back"))
                .ifPresent(proposal -> model.personTakesBack());
    }
}
