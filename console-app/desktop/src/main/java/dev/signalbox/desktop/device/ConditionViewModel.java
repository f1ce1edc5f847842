// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.query.IdPage;
import dev.signalbox.workbench.query.Queries;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which condition narrows the list of devices, and what the hub finds for it, a page of a thousand at a time. A
/// condition that the hub refuses never comes into force: what was in force stays.
final class ConditionViewModel {
    private static final int MOST_PAGES = 10;

    private final Queries queries;
    private final OnFx fx;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Narrowing>> inForce = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private int pages = 1;
    private int question;
    private boolean asking;

    ConditionViewModel(Queries queries, OnFx fx) {
        this.queries = queries;
        this.fx = fx;
        text.subscribe(() -> problem.set(Optional.empty()));
    }

    /// Only devices for which what is written holds; all of them if nothing is written.
    void personAsks() {
        String asked = text.get().strip();
        if (asked.isEmpty() || asked.equals("*")) {
            personClears();
        } else {
            pages = 1;
            ask(asked, 1);
        }
    }

    /// All devices again.
    void personClears() {
        question++;
        asking = false;
        text.set("");
        problem.set(Optional.empty());
        inForce.set(Optional.empty());
    }

    /// The person wants all devices back. What was only written stays.
    void personEscapes() {
        if (inForce.get().isPresent()) {
            personClears();
        }
    }

    void personWantsMore() {
        inForce.get().ifPresent(now -> ask(now.condition(), pages + 1));
    }

    /// Devices change: asks again what is in force, unless an answer is on its way.
    void look() {
        if (!asking) {
            inForce.get().ifPresent(now -> ask(now.condition(), pages));
        }
    }

    private void ask(String condition, int wanted) {
        int mine = ++question;
        asking = true;
        fx.fetch(
                () -> find(condition, wanted),
                found -> ifNewest(mine, () -> {
                    pages = wanted;
                    problem.set(Optional.empty());
                    inForce.set(Optional.of(found));
                }),
                why -> ifNewest(mine, () -> problem.set(Optional.of(why))));
    }

    private void ifNewest(int mine, Runnable then) {
        if (mine == question) {
            asking = false;
            then.run();
        }
    }

    private Narrowing find(String condition, int wanted) {
        Set<String> ids = new HashSet<>();
        String continuation = "";
        for (int i = 0; i < wanted && (i == 0 || !continuation.isEmpty()); i++) {
            IdPage page = queries.ids(condition, continuation);
            ids.addAll(page.ids());
            continuation = page.continuation();
        }
        return new Narrowing(condition, ids, !continuation.isEmpty());
    }

    /// What is written, in force or not.
    StringProperty text() {
        return text;
    }

    /// Empty while all devices are shown.
    ReadOnlyObjectProperty<Optional<Narrowing>> inForce() {
        return inForce;
    }

    /// Whether there is more to ask for than is shown, and not too much yet.
    BooleanBinding hasMore() {
        return Bindings.createBooleanBinding(
                () -> pages < MOST_PAGES && inForce.get().stream().anyMatch(Narrowing::hasMore), inForce);
    }

    /// Why the hub did not answer the last time; empty when it did.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
