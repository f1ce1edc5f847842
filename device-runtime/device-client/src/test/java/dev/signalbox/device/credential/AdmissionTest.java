// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import static dev.signalbox.device.credential.Applicant.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendDesk;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a new device is let in.
@Timeout(180)
class AdmissionTest {
    @TempDir
    Path folder;

    private Applicant it;

    @BeforeEach
    void begin() {
        it = new Applicant(folder.resolve("device"));
    }

    @AfterEach
    void end() {
        it.close();
    }

    private static CompletableFuture<Void> waiting(RegisteredCredentials credentials) {
        return CompletableFuture.runAsync(() -> {
            try {
                credentials.awaitAdmission(QUICK);
            } catch (InterruptedException ended) {
                throw new AssertionError(ended);
            }
        });
    }

    private void awaitCalls(String path, long times) {
        Await.until("called " + path, Duration.ofSeconds(90), () -> it.desk.called(path) >= times);
    }

    @Test
    void itShowsItsCodeAndWaitsUntilSomebodyApproves() throws Exception {
        var credentials = it.open(PretendDesk.SECRET, Optional.of(new DeviceId("pump-9")));
        var admission = waiting(credentials);
        assertThat(Heard.next(it.shown).verificationCode()).isEqualTo("CODE-1");
        awaitCalls("/complete", 3);
        assertThat(admission).isNotDone();
        it.desk.givenId = "acme:pump-1";
        it.desk.decision = "approved";
        admission.get();
        assertThat(credentials.access().id()).isEqualTo(new DeviceId("acme:pump-1"));
        assertThat(it.isGood(credentials.pass().signature())).isTrue();
        assertThat(it.desk.bodies.getFirst()).isEqualTo("{\"deviceId\":\"pump-9\",\"idForm\":\"plain\"}");
        assertThat(it.shown).isEmpty();
    }

    @Test
    void whoWasApprovedBeforehandNeitherWaitsNorShowsACode() throws Exception {
        it.desk.decision = "approved";
        it.open().awaitAdmission(Duration.ofHours(1));
        assertThat(it.shown).isEmpty();
        assertThat(it.desk.called("/complete")).isEqualTo(1);
    }

    @Test
    void onceLetInItStartsWithoutANetwork() throws Exception {
        String signature = it.admitted().pass().signature();
        it.desk.hangUp();
        it.desk.calls.clear();
        var again = it.open();
        again.awaitAdmission();
        assertThat(again.access().id()).isEqualTo(new DeviceId("pump-1"));
        assertThat(again.pass().signature()).isEqualTo(signature);
        assertThat(it.desk.calls).isEmpty();
    }

    @Test
    void whatItKeepsIsForItsUserOnly() throws Exception {
        it.admitted();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it.folder.resolve("registration.json"))))
                .isEqualTo("rw-------");
        assertThat(it.folder.toFile().list()).containsExactly("registration.json");
    }

    @Test
    void aDeviceThatRestartsWhileItWaitsShowsTheSameCode() throws Exception {
        var first = it.open();
        var admission = waiting(first);
        assertThat(Heard.next(it.shown).verificationCode()).isEqualTo("CODE-1");
        awaitCalls("/complete", 1);
        first.close();
        assertThatThrownBy(admission::get).hasMessageContaining("provisioning.");
        it.admitted();
        assertThat(Heard.next(it.shown).verificationCode()).isEqualTo("CODE-1");
        assertThat(it.desk.called("/init")).isEqualTo(1);
    }

    @Test
    void anExpiredOperationIsFollowedByAnother() throws Exception {
        var admission = waiting(it.open());
        assertThat(Heard.next(it.shown).verificationCode()).isEqualTo("CODE-1");
        it.desk.decision = "expired";
        assertThat(Heard.next(it.shown).verificationCode()).isEqualTo("CODE-2");
        it.desk.decision = "approved";
        admission.get();
    }

    @Test
    void anOperationThatTheHubForgotIsFollowedByAnother() throws Exception {
        var admission = waiting(it.open());
        Heard.next(it.shown);
        it.desk.operation = "";
        assertThat(Heard.next(it.shown).verificationCode()).isEqualTo("CODE-2");
        it.desk.decision = "approved";
        admission.get();
    }

    @Test
    void aDeviceThatIsNotWantedStopsAsking() {
        var admission = waiting(it.open());
        Heard.next(it.shown);
        it.desk.decision = "cancelled";
        assertThatThrownBy(admission::get).hasMessageContaining("provisioning.cancelled");
        it.desk.calls.clear();
        it.desk.decision = "waiting";
        waiting(it.open());
        awaitCalls("/init", 1);
    }

    @Test
    void aTokenThatIsNotGoodIsFatal() {
        var credentials = it.open("sbp_other", Optional.empty());
        assertThatThrownBy(() -> credentials.awaitAdmission(QUICK)).hasMessageContaining("provisioning.token-refused");
        assertThat(it.desk.calls).containsExactly("POST /provisioning-operations/init");
    }

    @Test
    void aTokenThatIsRevokedMeanwhileIsFatal() {
        var admission = waiting(it.open());
        Heard.next(it.shown);
        it.desk.answersOnly = 401;
        assertThatThrownBy(admission::get).hasMessageContaining("provisioning.token-refused");
    }

    @Test
    void anIdThatTheTokenDoesNotLetInIsFatal() {
        it.desk.answersOnly = 409;
        var credentials = it.open();
        assertThatThrownBy(() -> credentials.awaitAdmission(QUICK)).hasMessageContaining("provisioning.id-refused");
    }

    @Test
    void aHubThatIsAwayClosedOrBusyIsAskedAgain() throws Exception {
        it.desk.hangUp();
        var admission = waiting(it.open());
        it.desk.answersOnly = 423;
        it.desk.listen();
        awaitCalls("/init", 2);
        for (int status : new int[] {429, 500, 503}) {
            it.desk.calls.clear();
            it.desk.answersOnly = status;
            awaitCalls("/init", 2);
        }
        assertThat(admission).isNotDone();
        it.desk.answersOnly = 0;
        it.desk.decision = "approved";
        admission.get();
    }

    @Test
    void whatWasGrantedIsNotLostWhenRegisteringFails() throws Exception {
        it.desk.decision = "approved";
        it.desk.registersFailing = 2;
        var credentials = it.open();
        credentials.awaitAdmission(QUICK);
        assertThat(it.desk.called("/register")).isEqualTo(3);
        assertThat(it.desk.called("/complete")).isEqualTo(1);
    }

    @Test
    void anotherTokenOrAnotherIdIsANewAsking() throws Exception {
        it.admitted();
        it.desk.calls.clear();
        it.open(PretendDesk.SECRET, Optional.of(new DeviceId("pump-2"))).awaitAdmission(QUICK);
        assertThat(it.desk.called("/init")).isEqualTo(1);
        assertThatThrownBy(() -> it.open("sbp_other", Optional.empty()).awaitAdmission(QUICK))
                .hasMessageContaining("provisioning.token-refused");
    }

    @Test
    void aDamagedRegistrationIsPutAside() throws Exception {
        it.admitted();
        Files.writeString(it.folder.resolve("registration.json"), "{\"token\":");
        var credentials = it.open();
        credentials.awaitAdmission(QUICK);
        assertThat(it.desk.called("/init")).isEqualTo(2);
        assertThat(it.folder.resolve("registration.json.damaged")).exists();
    }

    @Test
    void secretsStayOutOfTexts() throws Exception {
        var credentials = it.admitted();
        assertThat(credentials.pass().toString()).doesNotContain("sig=");
        assertThat(RegisteredCredentials.kept(it.folder).toString()).doesNotContain(PretendDesk.SECRET);
    }
}
