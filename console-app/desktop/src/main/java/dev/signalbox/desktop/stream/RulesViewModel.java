// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.Streams;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The rules of the stream that is looked at, as they are and as somebody changes them.
final class RulesViewModel {
    private final Streams hub;
    private final OnFx fx;
    private final RulesFields fields = new RulesFields();
    private final ObjectProperty<StreamRules> stored = new SimpleObjectProperty<>(StreamRules.USUAL);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty conflict = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding changed;
    private final BooleanBinding canSave;
    private long number = -1;

    RulesViewModel(Streams hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
        changed = Bindings.createBooleanBinding(() -> !fields.draft().get().says(stored.get()), fields.draft(), stored);
        canSave = Bindings.createBooleanBinding(
                () -> changed.get() && fields.draft().get().isReady() && !busy.get() && !conflict.get(),
                changed,
                fields.draft(),
                busy,
                conflict);
    }

    /// Takes the stream as the hub has it now. What somebody is changing stays as it is.
    void show(StreamRow row) {
        boolean another = row.number() != number;
        number = row.number();
        if (another) {
            problem.set(Optional.empty());
        }
        if (another || (!changed.get() && !busy.get())) {
            take(row.stream().rules());
        }
    }

    private void take(StreamRules rules) {
        conflict.set(false);
        boolean same = rules.equals(stored.get()) && fields.draft().get().says(rules);
        stored.set(rules);
        if (!same) {
            fields.show(RulesDraft.of(rules));
        }
    }

    void personSaves() {
        if (canSave.get()) {
            save(stored.get().etag());
        }
    }

    private void save(String etag) {
        long asked = number;
        StreamRules wanted = fields.draft().get().rules(etag);
        ask(asked, () -> hub.setRules(asked, wanted));
    }

    /// After a conflict: what is typed here wins.
    void personKeepsMine() {
        long asked = number;
        RulesDraft mine = fields.draft().get();
        ask(asked, () -> hub.setRules(asked, mine.rules(hub.get(asked).rules().etag())));
    }

    /// After a conflict: what the other one saved wins.
    void personTakesTheirs() {
        long asked = number;
        ask(asked, () -> hub.get(asked));
    }

    private void ask(long asked, java.util.concurrent.Callable<StreamView> question) {
        busy.set(true);
        fx.fetch(question, this::answered, why -> refused(asked, why));
    }

    private void answered(StreamView now) {
        busy.set(false);
        if (now.number() == number) {
            problem.set(Optional.empty());
            take(now.rules());
        }
    }

    private void refused(long asked, Problem why) {
        busy.set(false);
        if (asked != number) {
            return;
        }
        boolean meanwhile = why.code().equals("stream.changed");
        conflict.set(meanwhile);
        problem.set(meanwhile ? Optional.empty() : Optional.of(why));
    }

    void personGivesUp() {
        conflict.set(false);
        problem.set(Optional.empty());
        fields.show(RulesDraft.of(stored.get()));
    }

    RulesFields fields() {
        return fields;
    }

    /// Whether something is typed that the hub does not have.
    BooleanBinding isChanged() {
        return changed;
    }

    BooleanBinding canSave() {
        return canSave;
    }

    /// Whether somebody else changed the rules since these were read.
    ReadOnlyBooleanProperty conflict() {
        return conflict;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
