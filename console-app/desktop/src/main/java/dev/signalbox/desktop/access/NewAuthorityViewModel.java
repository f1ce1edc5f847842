// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.access.Authorities;
import dev.signalbox.workbench.access.AuthorityName;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An authority that is to be entered. What the hub says against it stands beside the field it is about.
final class NewAuthorityViewModel {
    private static final String ENTERED = "It is entered. One thing is left: the proof.";

    private final Authorities hub;
    private final OnFx fx;
    private final AuthoritiesViewModel list;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty nameComplaint = new SimpleStringProperty("");
    private final Pasted certificate;
    private final BooleanBinding canAdd;

    NewAuthorityViewModel(Authorities hub, OnFx fx, AuthoritiesViewModel list) {
        this.hub = hub;
        this.fx = fx;
        this.list = list;
        certificate = new Pasted(fx);
        canAdd = Bindings.createBooleanBinding(
                () -> !typedName().text().isEmpty()
                        && nameComplaint.get().isEmpty()
                        && !certificate.text().get().isBlank()
                        && !busy.get(),
                name,
                nameComplaint,
                certificate.text(),
                busy);
        name.subscribe(() -> nameComplaint.set(typedName().complaint(list.names())));
        list.selected().subscribe(row -> {
            if (row.isPresent()) {
                open.set(false);
            }
        });
    }

    private AuthorityName typedName() {
        return new AuthorityName(name.get().strip());
    }

    /// Opens the form; what was typed into it before is gone.
    void personBegins() {
        name.set("");
        certificate.clear();
        list.personChose("");
        open.set(true);
    }

    void personGivesUp() {
        open.set(false);
    }

    void personAdds() {
        if (canAdd.get()) {
            busy.set(true);
            var asked = new NewAuthority(
                    typedName().text(), certificate.text().get().strip(), false);
            fx.fetch(() -> hub.add(asked), this::added, this::refused);
        }
    }

    private void added(AuthorityView one) {
        busy.set(false);
        open.set(false);
        list.changed(one, ENTERED);
    }

    private void refused(Problem problem) {
        busy.set(false);
        if (problem.code().equals("authority.name-refused")) {
            nameComplaint.set(problem.what() + " " + problem.remedy());
        } else if (problem.code().startsWith("authority.")) {
            certificate.explain(problem);
        } else {
            list.asking().explain(problem);
        }
    }

    /// Whether the person is at it.
    ReadOnlyBooleanProperty isOpen() {
        return open;
    }

    StringProperty name() {
        return name;
    }

    ReadOnlyStringProperty nameComplaint() {
        return nameComplaint;
    }

    Pasted certificate() {
        return certificate;
    }

    BooleanBinding canAdd() {
        return canAdd;
    }
}
