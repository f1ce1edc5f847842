// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.AuthoritiesInMemory;
import dev.signalbox.desktop.desks.ConsumersInMemory;
import dev.signalbox.desktop.desks.PoliciesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person does to let devices in by certificates.
class AuthorityJourneyTest {
    private final AuthoritiesInMemory hub = new AuthoritiesInMemory();
    private AccessPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() throws Exception {
        person = Person.before(() -> {
            page = new AccessPage(
                    Optional.of(new PoliciesInMemory()), hub, new ConsumersInMemory().programs(), OnFx.toolkit());
            page.shown();
            return (Parent) page.view();
        });
        person.clicks("#access-authorities");
    }

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
    }

    @Test
    void theFirstAuthorityIsEnteredAndProven() throws Exception {
        person.awaits(() -> person.reads("No certificate authority"));
        person.pictures("authorities-none");
        person.clicks("#add-first-authority").clicks("#authority-name").types("pumps 2026");
        person.clicks("#authority-certificate").types("not a certificate");
        person.awaits(() -> person.reads("Use 1 to 64 letters"));
        person.fills("#authority-name", "pumps").clicks("#add-authority-now");
        person.awaits(() -> person.reads("no certificate in PEM"));
        person.pictures("authorities-refused");
        person.fills("#authority-certificate", "good").clicks("#add-authority-now");

        person.awaits("#verification-code");
        person.pictures("authorities-waiting");
        assertThat(copied("#copy-verification-code")).isEqualTo(AuthoritiesInMemory.CODE);
        assertThat(copied("#copy-proof-commands"))
                .contains("/CN=" + AuthoritiesInMemory.CODE)
                .contains("-out proof.pem");
        person.clicks("#authority-proof").types("forged").clicks("#verify-authority");
        person.awaits(() -> person.reads("not signed by"));
        person.pictures("authorities-unproven");
        person.fills("#authority-proof", "good").clicks("#verify-authority");
        person.awaits(() -> person.reads("It lets devices in from now on"));
        assertThat(person.sees("#verification-code")).isFalse();
        assertThat(copied("#copy-fingerprint")).contains(":");
    }

    @Test
    void anAuthorityIsDeletedOnlyWhenThePersonConfirms() throws Exception {
        hub.has("presses-2024", true, Duration.ofDays(700));
        hub.has("valves", true, Duration.ofDays(12));
        hub.has("old-works", true, Duration.ofDays(-3));
        hub.has("new-line", false, Duration.ofDays(3650));
        hub.put(
                "northern-works-hall-B-line-4-drives-and-sensors-of-the-2nd-stage",
                "CN=" + "Long ".repeat(39),
                true,
                Duration.ofDays(99));
        Pictures.on(() -> {
            page.shown();
            return page;
        });
        person.clicks("presses-2024");
        person.pictures("authorities");
        person.clicks("#delete-authority");
        person.awaits(() -> person.reads("Delete presses-2024?"));
        person.pictures("dialog-delete-authority");
        person.clicks("Cancel");
        assertThat(hub.calls).isEmpty();
        person.clicks("#delete-authority").clicks("Delete");
        person.awaits(() -> !person.reads("presses-2024"));
        assertThat(hub.calls).containsExactly("delete presses-2024");
        person.clicks("old-works");
        person.pictures("authorities-ended");
        person.clicks("northern-works-hall-B-line-4-drives-and-sensors-of-the-2nd-stage");
        person.pictures("authorities-long-name");
        person.clicks("#delete-authority");
        person.awaits(() -> person.reads("Delete northern"));
        person.pictures("dialog-delete-authority-long-name");
    }

    private String copied(String button) throws Exception {
        person.clicks(button);
        return Pictures.on(() -> Clipboard.getSystemClipboard().getString());
    }
}
