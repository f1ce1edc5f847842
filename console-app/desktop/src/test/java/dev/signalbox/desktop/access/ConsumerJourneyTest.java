// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.AuthoritiesInMemory;
import dev.signalbox.desktop.desks.ConsumersInMemory;
import dev.signalbox.desktop.desks.PoliciesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.protocol.stream.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person does to let programs read streams.
class ConsumerJourneyTest {
    private final ConsumersInMemory hub = new ConsumersInMemory();
    private AccessPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() throws Exception {
        person = Person.before(() -> {
            page = new AccessPage(
                    Optional.of(new PoliciesInMemory()), new AuthoritiesInMemory(), hub.programs(), OnFx.toolkit());
            page.shown();
            return (Parent) page.view();
        });
        person.clicks("#access-consumers");
    }

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
        Pictures.on(() -> {
            page.left();
            return page;
        });
    }

    @Test
    void theFirstProgramGetsItsTokenWithALineThatReads() throws Exception {
        for (long number = 3; number < 14; number++) {
            hub.stream(number, new StreamName("plant", "line-" + number), 0, 10);
        }
        person.awaits(() -> person.reads("No consumer token"));
        person.pictures("consumers-none");
        Pictures.on(() -> {
            page.shown();
            return page;
        });
        person.clicks("#new-first-consumer").clicks("#consumer-name").types("shop");
        person.clicks("#consumer-all").clicks("#consumer-channel-2");
        person.pictures("consumers-new");
        person.clicks("#make-consumer");
        person.awaits("#consumer-secret");
        person.pictures("dialog-consumer-given");
        assertThat(copied("#copy-consumer-secret")).isEqualTo(ConsumersInMemory.SECRET);
        assertThat(copied("#copy-consumer-curl")).contains("/gw/channels/2/messages");
        person.clicks("Done");
        person.awaits(() -> person.reads("never told the hub"));
        assertThat(person.reads(ConsumersInMemory.SECRET)).isFalse();
        assertThat(hub.calls).containsExactly("make shop [2] false");
    }

    @Test
    void howFarProgramsHaveComeIsSeenAndATokenIsDeletedOnlyWhenThePersonConfirms() throws Exception {
        Instant now = Instant.now();
        hub.has("billing", List.of(1L, 2L), Optional.empty(), Optional.of(now.minusSeconds(30)), marks());
        hub.has("shop reports", List.of(), Optional.empty(), Optional.of(now.minusSeconds(7200)), Map.of());
        hub.has("audit of October", List.of(0L), Optional.of(now.minusSeconds(60)), Optional.empty(), Map.of(0L, 3L));
        hub.has(
                "w".repeat(64),
                List.of(0L, 1L, 2L, 77L),
                Optional.of(now.plusSeconds(86_400)),
                Optional.empty(),
                marks());
        Pictures.on(() -> {
            page.shown();
            return page;
        });
        person.clicks("billing");
        person.pictures("consumers");
        person.clicks("#delete-consumer");
        person.awaits(() -> person.reads("Delete billing?"));
        person.pictures("dialog-delete-consumer");
        person.clicks("Cancel");
        assertThat(hub.calls).isEmpty();
        person.clicks("w".repeat(64));
        person.pictures("consumers-long-name");
        person.clicks("billing").clicks("#delete-consumer");
        person.awaits(() -> person.reads("Delete billing?"));
        person.clicks("Delete");
        person.awaits(() -> !person.reads("billing"));
        assertThat(hub.calls).containsExactly("delete billing");
    }

    private static Map<Long, Long> marks() {
        return Map.of(1L, 1_284_000L, 2L, 48_210_600_000L);
    }

    private String copied(String button) throws Exception {
        person.clicks(button);
        return Pictures.on(() -> Clipboard.getSystemClipboard().getString());
    }
}
