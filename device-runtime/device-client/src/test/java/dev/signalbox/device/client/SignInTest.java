// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import static dev.signalbox.device.client.DeviceFixture.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendHub;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    @TempDir
    Path folder;

    @Test
    void aHubOfAnotherAuthorityIsRefused() {
        try (var it = new DeviceFixture(folder)) {
            it.device(new Authority(), PretendHub.KEY, QUICK).start();
            assertThat(Heard.next(it.heard.problems).code()).isEqualTo("tls.foreign-authority");
            assertThat(it.hub.signIns.get()).isZero();
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        try (var it = new DeviceFixture(folder, "elsewhere.example")) {
            it.device().start();
            assertThat(Heard.next(it.heard.problems).code()).isEqualTo("link.wrong-host");
            assertThat(it.hub.signIns.get()).isZero();
        }
    }

    @Test
    void aWrongKeyIsRefusedWithASentence() {
        try (var it = new DeviceFixture(folder)) {
            it.device(it.authority, "YW5vdGhlciBrZXk=", QUICK).start();
            assertThat(Heard.next(it.heard.problems).code()).isEqualTo("link.refused");
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtOnce() {
        try (var it = new DeviceFixture(folder)) {
            assertThatThrownBy(() -> it.device(it.authority, "no key", QUICK))
                    .hasMessageContaining("device.key-malformed");
        }
    }

    @Test
    void aHubThatIsNotThereIsToldOnceAndThenFound() {
        try (var it = new DeviceFixture(folder)) {
            it.hub.kill();
            it.device().start();
            assertThat(Heard.next(it.heard.problems).code()).isEqualTo("link.unreachable");
            it.hub.listen();
            Heard.next(it.heard.signIns);
            assertThat(it.heard.problems).isEmpty();
        }
    }

    @Test
    void theDeviceComesBackAfterEachLoss() {
        try (var it = new DeviceFixture(folder)) {
            it.connected();
            for (int loss = 0; loss < 3; loss++) {
                it.hub.dropConnection();
                assertThat(Heard.next(it.heard.problems).code()).isEqualTo("link.lost");
                Heard.next(it.heard.signIns);
            }
        }
    }
}
