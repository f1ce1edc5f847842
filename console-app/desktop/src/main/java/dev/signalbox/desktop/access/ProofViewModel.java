// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.access.Authorities;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The proof that somebody holds the key of the authority that is looked at.
final class ProofViewModel {
    private static final String PROVEN = "Proven. It lets devices in from now on.";

    private final Authorities hub;
    private final OnFx fx;
    private final AuthoritiesViewModel list;
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final Pasted proof;
    private final BooleanBinding canVerify;
    private String about = "";

    ProofViewModel(Authorities hub, OnFx fx, AuthoritiesViewModel list) {
        this.hub = hub;
        this.fx = fx;
        this.list = list;
        proof = new Pasted(fx);
        canVerify =
                Bindings.createBooleanBinding(() -> !proof.text().get().isBlank() && !busy.get(), proof.text(), busy);
        list.selected().subscribe(this::lookAt);
    }

    /// Another authority needs another proof.
    private void lookAt(Optional<AuthorityRow> row) {
        String name = row.map(AuthorityRow::name).orElse("");
        if (!name.equals(about)) {
            about = name;
            proof.clear();
        }
    }

    void personVerifies() {
        if (canVerify.get() && !about.isEmpty()) {
            busy.set(true);
            String name = about;
            String shown = proof.text().get().strip();
            fx.fetch(() -> hub.verify(name, shown), this::verified, problem -> refused(name, problem));
        }
    }

    private void verified(AuthorityView one) {
        busy.set(false);
        if (one.name().equals(about)) {
            proof.clear();
            list.changed(one, PROVEN);
        } else {
            list.look();
        }
    }

    private void refused(String name, Problem problem) {
        busy.set(false);
        if (problem.code().startsWith("authority.") && name.equals(about)) {
            proof.explain(problem);
        } else {
            list.asking().explain(problem);
        }
    }

    Pasted proof() {
        return proof;
    }

    BooleanBinding canVerify() {
        return canVerify;
    }
}
