// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.AuthoritiesInMemory;
import dev.signalbox.desktop.desks.ConsumersInMemory;
import dev.signalbox.desktop.desks.PoliciesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.workbench.access.Policies;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person does to let back ends in.
class AccessJourneyTest {
    private final PoliciesInMemory policies = new PoliciesInMemory();
    private AccessPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() {
        person = sits(Optional.of(policies));
    }

    private Person sits(Optional<Policies> shown) {
        return Person.before(() -> {
            page = new AccessPage(shown, new AuthoritiesInMemory(), new ConsumersInMemory().programs(), OnFx.toolkit());
            page.shown();
            return (Parent) page.view();
        });
    }

    @Test
    void whoMayNotSeeThePoliciesKeysIsNotShownThem() throws Exception {
        Person author = sits(Optional.empty());
        author.awaits("#access-authorities");
        assertThat(author.sees("#access-policies")).isFalse();
        assertThat(author.sees("#policy-list")).isFalse();
    }

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
    }

    @Test
    void aPolicyIsMadeAndItsStringCopied() throws Exception {
        person.awaits("#policy-list");
        person.pictures("access-none-chosen");
        person.clicks("#add-policy").clicks("#policy-name").types("jobs");
        person.clicks("#new-right-registry-write");
        assertThat(person.finds("#new-right-registry-read", CheckBox.class).isSelected())
                .isTrue();
        person.pictures("dialog-add-policy");
        person.clicks("Add");
        person.awaits("#copy-policy");
        person.awaits(() -> policies.calls.contains("put jobs [RegistryRead, RegistryWrite, ServiceConnect]"));
        person.clicks("#copy-policy");
        String copied = Pictures.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("SharedAccessKeyName=jobs;");
        person.clicks("#show-policy-keys");
        person.pictures("access");
    }

    @Test
    void keysAreRenewedAndPoliciesDeletedOnlyWhenThePersonConfirms() throws Exception {
        person.awaits("#policy-list");
        person.clicks("registryRead").clicks("#renew-policy");
        person.pictures("dialog-renew-policy");
        person.clicks("Cancel");
        assertThat(policies.calls).isEmpty();
        person.clicks("#renew-policy").clicks("Renew");
        person.awaits(() -> policies.calls.contains("renew registryRead"));
        person.clicks("#delete-policy").clicks("Delete");
        person.awaits(() -> !person.reads("registryRead"));
    }

    @Test
    void theOwnersPolicyIsShownAndCannotBeChanged() throws Exception {
        person.awaits("#policy-list");
        person.clicks("iothubowner");
        person.awaits(() -> person.reads("may always do everything"));
        assertThat(person.finds("#right-device-connect", CheckBox.class).isDisabled())
                .isTrue();
        assertThat(person.sees("#delete-policy")).isFalse();
        person.pictures("access-owner");
    }
}
