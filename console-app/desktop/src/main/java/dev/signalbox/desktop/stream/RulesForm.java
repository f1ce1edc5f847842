// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import java.time.Clock;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where rules are typed, with a word at once about what is wrong.
final class RulesForm extends VBox {
    private static final Clock CLOCK = Clock.systemUTC();

    private final RulesFields fields;

    RulesForm(RulesViewModel model) {
        fields = model.fields();
        getStyleClass().add("rules-form");
        var repeats = new CheckBox("Drop a message whose id came before in its batch, from the same device");
        repeats.setId("rules-repeats");
        repeats.selectedProperty().bindBidirectional(fields.dropRepeats());
        getChildren()
                .addAll(
                        Fields.quiet("A change counts for the messages that come from then on."),
                        Fields.named(
                                "Messages without an id",
                                new Choice<>("rules-messages", fields.messageRule())
                                        .with(IdRule.FROM_KEY, "are known by their keys")
                                        .with(IdRule.GIVEN, "become dead letters")
                                        .with(IdRule.PATTERN, "get one by a pattern"),
                                new Label()),
                        pattern(
                                "rules-message-pattern",
                                "Pattern of message ids",
                                fields.messageRule(),
                                fields.messagePattern(),
                                RulesDraft::messagesComplaint,
                                RulesDraft::messages),
                        Fields.named(
                                "Messages without a batch",
                                new Choice<>("rules-batches", fields.batchRule())
                                        .with(IdRule.NONE, "belong to none")
                                        .with(IdRule.GIVEN, "become dead letters")
                                        .with(IdRule.PATTERN, "get one by a pattern"),
                                new Label()),
                        pattern(
                                "rules-batch-pattern",
                                "Pattern of batch ids",
                                fields.batchRule(),
                                fields.batchPattern(),
                                draft -> draft.batches().complaint(),
                                RulesDraft::batches),
                        Fields.named(
                                "Messages of a batch are",
                                new Choice<>("rules-join", fields.concatenation())
                                        .with(Concatenation.NONE, "not joined")
                                        .with(Concatenation.WITHOUT_NEW_LINES, "joined without new lines")
                                        .with(Concatenation.WITH_NEW_LINES, "joined, each with a new line"),
                                new Label()),
                        keeping(),
                        repeats);
    }

    private Node keeping() {
        var field = new TextField();
        field.setId("rules-keeping");
        field.setPromptText("as long as the hub keeps messages");
        field.textProperty().bindBidirectional(fields.keeping());
        return Fields.named("Messages are kept for", field, complaint(RulesDraft::keepingComplaint));
    }

    private Label complaint(Function<RulesDraft, String> of) {
        var hint = new Label();
        hint.getStyleClass().add("bad");
        hint.textProperty().bind(fields.draft().map(of));
        return hint;
    }

    /// Shown while the rule is the pattern.
    private Node pattern(
            String id,
            String name,
            ObjectProperty<IdRule> rule,
            StringProperty text,
            Function<RulesDraft, String> complaint,
            Function<RulesDraft, RulesDraft.Ids> ids) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText("{deviceId}-{dateTime:yyyy-MM-dd}-{sequenceId}");
        field.getStyleClass().add("mono");
        field.textProperty().bindBidirectional(text);
        var example = new Label();
        example.getStyleClass().add("field-hint");
        example.textProperty()
                .bind(fields.draft()
                        .map(draft -> complaint.apply(draft).isEmpty()
                                ? ids.apply(draft).example(CLOCK.instant())
                                : ""));
        example.managedProperty().bind(example.textProperty().isNotEmpty());
        var both = new VBox(Fields.named(name, field, complaint(complaint)), example);
        both.getStyleClass().add("rules-pattern");
        both.visibleProperty().bind(rule.isEqualTo(IdRule.PATTERN));
        both.managedProperty().bind(both.visibleProperty());
        return both;
    }
}
