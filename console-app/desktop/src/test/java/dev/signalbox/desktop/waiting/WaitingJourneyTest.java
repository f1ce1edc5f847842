// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ProvisioningInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person does to let new devices in.
class WaitingJourneyTest {
    private static final String LONG = "northern-works-hall-B-line-4-drives-and-sensors-of-the-2nd-stage."
            .repeat(2)
            .substring(0, 128);

    private final ProvisioningInMemory hub = new ProvisioningInMemory();
    private WaitingPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() {
        person = Person.before(() -> {
            page = new WaitingPage(hub, OnFx.toolkit());
            page.shown();
            return (Parent) page.view();
        });
    }

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
    }

    @Test
    void aDeviceThatAsksIsSeenAtOnceAndLetInByKeysAlone() throws Exception {
        person.awaits(() -> person.reads("No device waits"));
        person.pictures("waiting-none");
        hub.devices.add("press-0418");
        asks("K7QM-3XTA", "press-0417", "press hall, November", Duration.ofMinutes(2));
        asks("9RBD-WU4E", "press-0418", "press hall, November", Duration.ofMinutes(53));
        asks("ZP2C-6HNK", "", "gateways", Duration.ofMinutes(61));
        asks(
                "MM4T-8VQS",
                LONG,
                "a token whose name somebody made as long as names may be, really",
                Duration.ofMinutes(7));
        asks("T3WX-ACJ5", LONG, "press hall, November", Duration.ofSeconds(8));
        person.awaits("#card-K7QM-3XTA");
        assertThat(Pictures.on(() -> page.badge().getValue())).isEqualTo("5");
        person.pictures("waiting");

        person.clicks("#approve-9RBD-WU4E");
        person.awaits("#approve-warning");
        assertThat(person.finds("#approve-now", javafx.scene.Node.class).isDisabled())
                .isTrue();
        person.pictures("waiting-replace");
        person.presses(KeyCode.ESCAPE);
        assertThat(person.sees("#approve-id")).isFalse();

        person.clicks("#approve-K7QM-3XTA").presses(KeyCode.TAB).types("site=");
        asks("AAAA-2222", "press-0400", "gateways", Duration.ofMinutes(30));
        person.awaits("#card-AAAA-2222");
        person.types("north").presses(KeyCode.ENTER);
        person.awaits(() -> !person.sees("#card-K7QM-3XTA"));
        assertThat(hub.calls).containsExactly("approve press-0417 {site=north}");
        person.clicks("#reject-ZP2C-6HNK");
        person.awaits(() -> person.reads("told to stop asking"));
        person.pictures("dialog-reject-device");
        person.clicks("Reject");
        person.awaits(() -> !person.sees("#card-ZP2C-6HNK"));
    }

    @Test
    void noNewDevicesAreTakenInUntilThePersonTakesThemInAgain() throws Exception {
        asks("K7QM-3XTA", "press-0417", "press hall, November", Duration.ofMinutes(2));
        person.awaits("#card-K7QM-3XTA");
        person.clicks("#gate-close");
        person.awaits(() -> person.reads("Take in no new devices?"));
        person.pictures("dialog-close-workspace");
        person.clicks("Take in none");
        person.awaits("#gate-closed");
        person.awaits(() -> person.reads("since 2026-11-21 12:10 UTC by ada.lovelace"));
        assertThat(person.sees("#gate-close")).isFalse();
        person.pictures("waiting-closed");
        person.clicks("#gate-open");
        person.awaits("#gate-close");
        assertThat(person.sees("#gate-closed")).isFalse();
        assertThat(hub.calls).containsExactly("close", "open");
    }

    @Test
    void whoWasLetInIsShutOutAgainUnderDecided() throws Exception {
        decided("K7QM-3XTA", "press-0417", OperationState.COLLECTED, "ada");
        decided("9RBD-WU4E", "press-0418", OperationState.COLLECTED, "token press hall, November");
        decided("ZP2C-6HNK", "gateway-02", OperationState.APPROVED, "ada");
        decided("MM4T-8VQS", LONG, OperationState.REJECTED, "grace");
        decided("T3WX-ACJ5", "", OperationState.EXPIRED, "");
        decided("QQ2R-KLM7", "press-0431", OperationState.CANCELLED, "ada");
        person.clicks("#waiting-decided");
        person.clicks("press-0417");
        person.pictures("waiting-decided");
        person.clicks("#shut-out");
        person.awaits(() -> person.reads("Shut out press-0417?"));
        person.pictures("dialog-shut-out");
        person.clicks("Shut out");
        person.awaits(() -> hub.calls.contains("reject op-K7QM-3XTA"));
    }

    @Test
    void manyDevicesWaitAndTheWindowStaysQuick() throws Exception {
        Pictures.on(() -> {
            page.hear(IntStream.range(0, 300)
                    .mapToObj(at -> hub.asks(code(at), "press-" + at, "hall", Duration.ofSeconds(300 - at)))
                    .map(one -> (OperationNews) new OperationNews.Told(one))
                    .toList());
            return page;
        });
        person.awaits("#card-" + code(0));
        person.pictures("waiting-many");
        assertThat(person.sees("#card-" + code(60))).isFalse();
        assertThat(person.reads("240 more wait")).isTrue();
    }

    @Test
    void aTokenIsMadeItsSecretCopiedAndTheTokenRevoked() throws Exception {
        person.clicks("#first-token");
        person.awaits("#token-name");
        person.pictures("tokens-form");
        person.types("press hall, November").clicks("#token-tags").types("site=north, role=press");
        person.clicks("#token-pre-approved").types("press-0417, press 0418");
        person.awaits(() -> person.reads("press 0418: use letters"));
        person.pictures("tokens-form-complaint");
        person.clicks("#token-single").fills("#token-pre-approved", "press-0417, press-0418");
        person.pictures("tokens-form-amber");
        person.presses(KeyCode.TAB).presses(KeyCode.TAB).presses(KeyCode.SPACE);
        person.awaits("#given-token");
        person.pictures("dialog-given-token");
        person.clicks("#copy-given-token");
        assertThat(Pictures.on(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("signalbox2.");
        person.clicks("Done");

        person.awaits("#revoke-token");
        person.clicks("#pre-approve-id").types("press-0419").presses(KeyCode.ENTER);
        person.awaits(() -> person.reads("press-0419"));
        SampleTokens.all(LONG).forEach(hub::has);
        person.clicks("press-0418").clicks("#withdraw");
        person.awaits(() -> !person.reads("press-0418"));
        person.pictures("tokens");
        person.clicks("#revoke-token");
        person.awaits(() -> person.reads("Revoke press hall, November?"));
        person.pictures("dialog-revoke-token");
        person.clicks("Revoke");
        person.awaits(() -> hub.calls.contains("revoke id-press hall, November"));
        person.awaits(() -> !person.sees("#revoke-token"));
        person.pictures("tokens-revoked");
        person.clicks(SampleTokens.LONG_NAME);
        person.pictures("tokens-long-name");
    }

    private static String code(int at) {
        return "AB" + (char) ('C' + at % 20) + "D-" + String.format(java.util.Locale.ROOT, "%04d", at);
    }

    private void asks(String code, String id, String token, Duration ago) {
        hub.asks(code, id, token, ago);
        hub.operations().forEach(this::hear);
    }

    private void decided(String code, String id, OperationState state, String by) {
        OperationView asked = hub.asks(code, id, "press hall, November", Duration.ofMinutes(40));
        hear(hub.decide(
                asked, state, Optional.of(id).filter(its -> !its.isEmpty()).map(DeviceId::new), by));
    }

    private void hear(OperationView view) {
        Pictures.on(() -> {
            page.hear(List.of(new OperationNews.Told(view)));
            return page;
        });
    }
}
