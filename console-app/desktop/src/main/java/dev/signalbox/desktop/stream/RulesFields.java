// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed into the form of rules.
final class RulesFields {
    private final ObjectProperty<IdRule> messageRule = new SimpleObjectProperty<>(IdRule.FROM_KEY);
    private final StringProperty messagePattern = new SimpleStringProperty("");
    private final ObjectProperty<IdRule> batchRule = new SimpleObjectProperty<>(IdRule.NONE);
    private final StringProperty batchPattern = new SimpleStringProperty("");
    private final ObjectProperty<Concatenation> concatenation = new SimpleObjectProperty<>(Concatenation.NONE);
    private final StringProperty keeping = new SimpleStringProperty("");
    private final BooleanProperty dropRepeats = new SimpleBooleanProperty();
    private final ObjectBinding<RulesDraft> draft = Bindings.createObjectBinding(
            this::typed, messageRule, messagePattern, batchRule, batchPattern, concatenation, keeping, dropRepeats);

    private RulesDraft typed() {
        return new RulesDraft(
                new RulesDraft.Ids(messageRule.get(), messagePattern.get().strip()),
                new RulesDraft.Ids(batchRule.get(), batchPattern.get().strip()),
                concatenation.get(),
                keeping.get(),
                dropRepeats.get());
    }

    void show(RulesDraft rules) {
        messageRule.set(rules.messages().rule());
        messagePattern.set(rules.messages().pattern());
        batchRule.set(rules.batches().rule());
        batchPattern.set(rules.batches().pattern());
        concatenation.set(rules.concatenation());
        keeping.set(rules.keeping());
        dropRepeats.set(rules.dropRepeats());
    }

    ObjectProperty<IdRule> messageRule() {
        return messageRule;
    }

    StringProperty messagePattern() {
        return messagePattern;
    }

    ObjectProperty<IdRule> batchRule() {
        return batchRule;
    }

    StringProperty batchPattern() {
        return batchPattern;
    }

    ObjectProperty<Concatenation> concatenation() {
        return concatenation;
    }

    StringProperty keeping() {
        return keeping;
    }

    BooleanProperty dropRepeats() {
        return dropRepeats;
    }

    ObjectBinding<RulesDraft> draft() {
        return draft;
    }
}
