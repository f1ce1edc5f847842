// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed into the form of a new token.
final class TokenFields {
    /// Long enough to bring devices up, and short for one that gets lost.
    private static final Life USUAL = Life.DAY;

    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Life> life = new SimpleObjectProperty<>(USUAL);
    private final StringProperty onlyId = new SimpleStringProperty("");
    private final BooleanProperty singleUse = new SimpleBooleanProperty(false);
    private final StringProperty tags = new SimpleStringProperty("");
    private final StringProperty preApproved = new SimpleStringProperty("");
    private final BooleanProperty replaces = new SimpleBooleanProperty(false);
    private final ObjectBinding<NewTokenDraft> draft = Bindings.createObjectBinding(
            () -> new NewTokenDraft(
                    name.get(),
                    life.get(),
                    onlyId.get(),
                    singleUse.get(),
                    tags.get(),
                    new NewTokenDraft.Beforehand(preApproved.get(), replaces.get())),
            name,
            life,
            onlyId,
            singleUse,
            tags,
            preApproved,
            replaces);

    void clear() {
        name.set("");
        life.set(USUAL);
        onlyId.set("");
        singleUse.set(false);
        tags.set("");
        preApproved.set("");
        replaces.set(false);
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<Life> life() {
        return life;
    }

    /// The only id it lets in; empty for any.
    StringProperty onlyId() {
        return onlyId;
    }

    BooleanProperty singleUse() {
        return singleUse;
    }

    StringProperty tags() {
        return tags;
    }

    /// Ids that are let in without a person.
    StringProperty preApproved() {
        return preApproved;
    }

    /// Whether such a device takes the place of one of that id.
    BooleanProperty replaces() {
        return replaces;
    }

    ObjectBinding<NewTokenDraft> draft() {
        return draft;
    }
}
