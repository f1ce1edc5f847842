// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.workbench.access.Policies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Access page knows: the policies, the one that is looked at, and the rights ticked for it.
final class AccessViewModel {
    private static final String OWNER = "iothubowner";

    private final Policies policies;
    private final Asking asking;
    private final ObservableList<PolicyView> all = FXCollections.observableArrayList();
    private final StringProperty chosen = new SimpleStringProperty("");
    private final ObjectProperty<Optional<PolicyView>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<Right>> ticked = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty keysShown = new SimpleBooleanProperty(false);
    private final StringProperty said = new SimpleStringProperty("");
    private final BooleanBinding canSave = Bindings.createBooleanBinding(
            () -> selected.get().stream()
                            .anyMatch(it ->
                                    !isOwner() && !Right.of(it.permissions()).equals(ticked.get()))
                    && !ticked.get().isEmpty(),
            selected,
            ticked);

    AccessViewModel(Policies policies, OnFx fx) {
        this.policies = policies;
        asking = new Asking(fx);
    }

    /// Reads the policies anew.
    void look() {
        ask(() -> List.of(), "");
    }

    void personChose(String name) {
        if (!name.equals(chosen.get())) {
            chosen.set(name);
            keysShown.set(false);
            said.set("");
            find();
        }
    }

    private void find() {
        Optional<PolicyView> before = selected.get();
        Optional<PolicyView> now = all.stream()
                .filter(policy -> policy.name().equals(chosen.get()))
                .findFirst();
        boolean untouched = before.equals(now) || before.isEmpty();
        selected.set(now);
        if (!untouched || ticked.get().isEmpty()) {
            ticked.set(now.map(policy -> Right.of(policy.permissions())).orElse(Set.of()));
        }
    }

    /// The person ticked or unticked a right; it is granted once it is saved.
    void personTicks(Right right, boolean granted) {
        ticked.set(Right.after(ticked.get(), right, granted));
    }

    void personSaves() {
        selected.get().filter(it -> canSave.get()).ifPresent(policy -> {
            var rights = Right.wireNames(ticked.get());
            ask(() -> policies.put(policy.name(), rights), "The rights are changed.");
        });
    }

    /// Makes a policy and looks at it.
    void personAdds(String name, Set<Right> rights) {
        ask(
                () -> policies.put(name, Right.wireNames(rights)),
                "The policy is made. Copy its connection string into the back end.",
                made -> chosen.set(name));
    }

    /// Gives the policy two new keys.
    void personRenews() {
        selected.get()
                .ifPresent(policy -> ask(
                        () -> policies.renew(policy.name()),
                        "Both keys are renewed. Give back ends their new connection strings."));
    }

    void personDeletes() {
        selected.get()
                .ifPresent(policy -> ask(
                        () -> {
                            policies.delete(policy.name());
                            return policy;
                        },
                        ""));
    }

    /// Hands out the connection string with the primary or the secondary key.
    void personCopies(boolean primary, Consumer<String> copy) {
        selected.get().ifPresent(policy -> {
            String string = policy.connectionString();
            copy.accept(primary ? string : string.replace(policy.primaryKey(), policy.secondaryKey()));
            said.set("Copied the connection string with the " + (primary ? "primary" : "secondary") + " key.");
        });
    }

    private void ask(Callable<?> change, String saying) {
        ask(change, saying, ignored -> {});
    }

    /// Changes something, then reads what there is now.
    private void ask(Callable<?> change, String saying, Consumer<List<PolicyView>> then) {
        asking.ask(
                () -> {
                    change.call();
                    return policies.list();
                },
                found -> {
                    then.accept(found);
                    all.setAll(found);
                    find();
                    said.set(saying);
                });
    }

    boolean knows(String name) {
        return all.stream().anyMatch(policy -> policy.name().equals(name));
    }

    /// Whether the chosen policy is the one that always may do everything.
    boolean isOwner() {
        return chosen.get().equals(OWNER);
    }

    ObservableList<PolicyView> all() {
        return all;
    }

    ReadOnlyObjectProperty<Optional<PolicyView>> selected() {
        return selected;
    }

    ReadOnlyObjectProperty<Set<Right>> ticked() {
        return ticked;
    }

    BooleanBinding canSave() {
        return canSave;
    }

    BooleanProperty keysShown() {
        return keysShown;
    }

    /// What the last thing the person did came to; empty when there is nothing to say.
    StringProperty said() {
        return said;
    }

    Asking asking() {
        return asking;
    }
}
