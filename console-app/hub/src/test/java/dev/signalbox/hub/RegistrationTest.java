// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.provisioning.HubCredentials;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an approved device holds, and how long each of it is good.
@Timeout(180)
class RegistrationTest extends OnProvisioningSite {
    @Test
    void whatNobodyDecidesOrCollectsExpires() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String waiting = device.asksFor("pump-1").provisioningOperationId();
        String approved = device.asksFor("pump-2").provisioningOperationId();
        device.approve(approved, false);
        clock.add(Duration.ofMinutes(59));
        assertThat(device.completes(waiting).statusCode()).isEqualTo(202);
        clock.add(Duration.ofMinutes(1));
        assertThat(operatorCode(device.approve(waiting, false))).isEqualTo("409 operation.decided");
        assertThat(code(device.completes(waiting))).isEqualTo("410 provisioningOperationExpired");
        assertThat(device.view(waiting).state()).isEqualTo(OperationState.EXPIRED);
        clock.add(Duration.ofHours(23));
        assertThat(code(device.completes(approved))).isEqualTo("410 provisioningOperationExpired");
    }

    @Test
    void aRegistrationIsRefreshedWithinItsTimesOnly() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String parent = device.isLetIn("pump-1");
        assertThat(code(device.refreshes(parent))).isEqualTo("412 registration.too-early");
        clock.add(Duration.ofDays(15));
        HttpResponse<String> first = device.refreshes(parent);
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> again = device.refreshes(parent);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(code(device.registers(Newcomer.granted(first)))).isEqualTo("401 registration.refused");
        assertThat(device.credentials(parent).tokenRemainingLifetime()).hasValue("1.00:00:00");
        String child = Newcomer.granted(again);
        assertThat(device.credentials(child).tokenRemainingLifetime()).hasValue("30.00:00:00");
        try (var audit = new AuditTrail()) {
            assertThat(code(device.registers(parent))).isEqualTo("401 registration.replaced");
            audit.tells("127.0.0.1", "registration.replaced");
            audit.isClean(parent, child);
        }
        assertThat(code(device.refreshes(parent))).isEqualTo("410 registration.ended");
        clock.add(Duration.ofDays(30));
        assertThat(code(device.registers(child))).isEqualTo("401 registration.refused");
        assertThat(code(device.refreshes(child))).isEqualTo("410 registration.ended");
    }

    @Test
    void theGraceOfAParentEnds() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String parent = device.isLetIn("pump-1");
        clock.add(Duration.ofDays(15));
        device.refreshes(parent);
        clock.add(Duration.ofHours(23));
        assertThat(device.registers(parent).statusCode()).isEqualTo(200);
        clock.add(Duration.ofHours(1));
        assertThat(code(device.registers(parent))).isEqualTo("401 registration.refused");
        assertThat(code(device.refreshes(parent))).isEqualTo("410 registration.ended");
    }

    @Test
    void aSignatureEndsAfterADay() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String registration = device.isLetIn("pump-1");
        HubCredentials credentials = device.credentials(registration);
        clock.add(Duration.ofHours(24));
        assertThat(refused(credentials)).isTrue();
        try (var pump = signIn(device.credentials(registration))) {
            assertThat(pump.client.isConnected()).isTrue();
        }
    }

    @Test
    void aDisabledDeviceIsLocked() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String registration = device.isLetIn("pump-1");
        var backEnd = BackEnd.owner(desk);
        backEnd.ask("PUT", "/devices/pump-1", "{\"deviceId\":\"pump-1\",\"status\":\"disabled\"}", "If-Match", "*");
        assertThat(code(device.registers(registration))).isEqualTo("423 registration.locked");
    }
}
