// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendDesk;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a device that was let in stays so, with a clock that is wound by hand.
@Timeout(180)
class RenewalTest {
    private static final Duration BIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Applicant it;

    @BeforeEach
    void begin() {
        it = new Applicant(folder);
    }

    @AfterEach
    void end() {
        it.close();
    }

    @Test
    void aRegistrationIsRefreshedAtHalfOfItsLife() throws Exception {
        var credentials = it.admitted();
        String first = it.desk.registration;
        it.pass(Duration.ofDays(15).minus(BIT));
        credentials.tending().look();
        assertThat(it.desk.called("/refresh")).isZero();
        it.pass(BIT.multipliedBy(2));
        assertThat(credentials.tending().look()).isEqualTo(Duration.ofSeconds(60));
        assertThat(it.desk.called("/refresh")).isEqualTo(1);
        assertThat(it.desk.registration).isNotEqualTo(first);
        credentials.tending().look();
        assertThat(it.desk.called("/refresh")).isEqualTo(1);
    }

    @Test
    void theNewRegistrationIsTheOneOnTheDisk() throws Exception {
        it.admitted();
        it.pass(Duration.ofDays(16));
        it.open().tending().look();
        it.desk.calls.clear();
        var again = it.open();
        again.refused();
        assertThat(it.isGood(again.pass().signature())).isTrue();
        assertThat(it.desk.calls).containsExactly("PUT /devices/register");
    }

    @Test
    void aRefreshThatFailsIsTriedAgainSooner() throws Exception {
        var credentials = it.admitted();
        it.pass(Duration.ofDays(16));
        for (int status : new int[] {503, 403, 412}) {
            it.desk.answersOnly = status;
            assertThat(credentials.tending().look()).isEqualTo(Duration.ofSeconds(30));
        }
        it.desk.answersOnly = 0;
        assertThat(credentials.tending().look()).isEqualTo(Duration.ofSeconds(60));
        assertThat(it.desk.called("/refresh")).isEqualTo(4);
    }

    @Test
    void aSignatureIsRenewedBeforeAConnectionNeedsIt() throws Exception {
        var credentials = it.admitted();
        String first = credentials.pass().signature();
        it.pass(Duration.ofHours(18).plus(BIT));
        credentials.tending().look();
        it.desk.calls.clear();
        it.pass(Duration.ofHours(2));
        var pass = credentials.pass();
        assertThat(pass.signature()).isNotEqualTo(first);
        assertThat(pass.life()).isGreaterThan(Duration.ofHours(20));
        assertThat(it.desk.calls).isEmpty();
    }

    @Test
    void aSignatureThatIsNearItsEndServesWhileThereIsNoOther() throws Exception {
        var credentials = it.admitted();
        String first = credentials.pass().signature();
        it.desk.hangUp();
        it.pass(Duration.ofHours(23));
        assertThat(credentials.pass().signature()).isEqualTo(first);
        it.pass(Duration.ofHours(2));
        assertThatThrownBy(credentials::pass).hasMessageContaining("provisioning.hub-unreachable");
    }

    @Test
    void aRefusedSignatureIsReplacedByOneOfTheNewKey() throws Exception {
        var credentials = it.admitted();
        String first = credentials.pass().signature();
        it.desk.deviceKey = "YW5vdGhlciBrZXk=";
        assertThat(it.isGood(first)).isFalse();
        credentials.refused();
        assertThat(it.isGood(credentials.pass().signature())).isTrue();
    }

    @Test
    void aRefusedSignatureIsNotShownAgainWhenThereIsNoOther() throws Exception {
        var credentials = it.admitted();
        credentials.refused();
        it.desk.answersOnly = 423;
        assertThatThrownBy(credentials::pass).hasMessageContaining("credential.device-disabled");
        it.desk.answersOnly = 0;
        assertThat(it.isGood(credentials.pass().signature())).isTrue();
    }

    @Test
    void aForgottenDeviceAsksAgainUnderItsId() throws Exception {
        var credentials = it.admitted();
        it.desk.registration = "";
        it.desk.decision = "waiting";
        it.shown.clear();
        credentials.refused();
        assertThatThrownBy(credentials::pass).hasMessageContaining("provisioning.waiting");
        assertThat(Heard.next(it.shown).verificationCode()).startsWith("CODE-");
        assertThat(it.desk.bodies.stream()
                        .filter(body -> body.contains("idForm"))
                        .toList()
                        .getLast())
                .contains("\"deviceId\":\"pump-1\"");
        assertThat(credentials.access().id()).isEqualTo(new DeviceId("pump-1"));
        it.open().awaitAdmission();
        it.desk.decision = "approved";
        assertThat(it.isGood(credentials.pass().signature())).isTrue();
    }

    @Test
    void aForgottenDeviceThatIsNotWantedLeavesTheHubAlone() throws Exception {
        var credentials = it.admitted();
        it.desk.registration = "";
        it.desk.decision = "cancelled";
        credentials.refused();
        assertThatThrownBy(credentials::pass).hasMessageContaining("provisioning.cancelled");
        it.desk.calls.clear();
        assertThatThrownBy(credentials::pass).hasMessageContaining("provisioning.cancelled");
        assertThat(it.desk.calls).isEmpty();
        it.pass(Duration.ofMinutes(6));
        it.desk.decision = "approved";
        assertThat(it.isGood(credentials.pass().signature())).isTrue();
    }

    @Test
    void aDeviceThatIsLetInUnderAnotherIdSaysSo() throws Exception {
        var credentials = it.admitted();
        it.desk.givenId = "pump-7";
        credentials.refused();
        assertThatThrownBy(credentials::pass)
                .hasMessageContaining("credential.other-id")
                .hasMessageContaining("pump-7");
        assertThat(credentials.access().id()).isEqualTo(new DeviceId("pump-1"));
        assertThat(it.open().access().id()).isEqualTo(new DeviceId("pump-7"));
    }

    @Test
    void aDeviceFromThePastOrTheFutureIsLetInAndStays() throws Exception {
        for (String wrong : new String[] {"1970-01-01T00:00:07Z", "2026-10-01T00:00:00Z"}) {
            it.machine = Instant.parse(wrong);
            var credentials = it.open(PretendDesk.SECRET, Optional.of(new DeviceId("d" + wrong.substring(0, 4))));
            it.desk.decision = "approved";
            credentials.awaitAdmission(Applicant.QUICK);
            var pass = credentials.pass();
            assertThat(it.isGood(pass.signature())).isTrue();
            assertThat(pass.life()).isBetween(Duration.ofHours(23), Duration.ofHours(25));
            assertThat(credentials.tending().look()).isEqualTo(Duration.ofSeconds(60));
        }
        assertThat(it.desk.called("/refresh")).isZero();
    }

    @Test
    void afterARestartAWrongClockDoesNotKeepTheDeviceOut() throws Exception {
        it.admitted();
        it.machine = it.machine.plus(Duration.ofDays(400));
        assertThat(it.isGood(it.open().pass().signature())).isTrue();
        it.machine = Instant.EPOCH;
        var early = it.open();
        early.refused();
        assertThat(it.isGood(early.pass().signature())).isTrue();
    }
}
