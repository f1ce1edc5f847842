// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendDesk;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.provisioning.InitRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a hub, or who pretends to be one, may answer.
@Timeout(180)
class CallsTest {
    private static final InitRequest ASKING = new InitRequest(Optional.empty(), Optional.empty());
    private static final String JSON = ", application/json";

    private final Authority authority = new Authority();
    private final PretendDesk desk = new PretendDesk(authority.issue("127.0.0.1")).listen();
    private final HubClock clock = new HubClock(() -> Instant.EPOCH, () -> 0);

    @AfterEach
    void end() {
        desk.close();
    }

    private Calls calls(Authority pinned) {
        var tls = PinnedTls.toCa(pinned.digest()).context();
        return new Calls(new HubHttps(desk.address(), tls, clock));
    }

    private void init() {
        calls(authority).init(PretendDesk.SECRET, ASKING);
    }

    @Test
    void theFourCallsAreSaidAsSpotflowsDevicesSayThem() {
        var calls = calls(authority);
        String operation = calls.init(PretendDesk.SECRET, ASKING).provisioningOperationId();
        assertThat(calls.complete(PretendDesk.SECRET, operation)).isEmpty();
        desk.decision = "approved";
        var first = calls.complete(PretendDesk.SECRET, operation).orElseThrow();
        calls.register(first.registrationToken());
        calls.refresh(PretendDesk.SECRET, first.registrationToken());
        assertThat(desk.calls)
                .containsExactly(
                        "POST /provisioning-operations/init",
                        "PUT /provisioning-operations/complete",
                        "PUT /provisioning-operations/complete",
                        "PUT /devices/register",
                        "PUT /devices/registration-tokens/refresh");
        String secret = "DeviceToken " + PretendDesk.SECRET + JSON;
        assertThat(desk.headers)
                .containsExactly(secret, secret, secret, "DeviceToken " + first.registrationToken() + JSON, secret);
        assertThat(desk.bodies.subList(1, 5))
                .containsExactly(
                        "{\"provisioningOperationId\":\"" + operation + "\"}",
                        "{\"provisioningOperationId\":\"" + operation + "\"}",
                        "{\"connectionStringType\":\"SharedAccessSignature\"}",
                        "{\"registrationToken\":\"" + first.registrationToken() + "\"}");
    }

    @Test
    void aHubOfAnotherAuthorityIsToldNothing() {
        assertThatThrownBy(() -> calls(new Authority()).init(PretendDesk.SECRET, ASKING))
                .hasMessageContaining("tls.foreign-authority");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void eachAnswerTellsTheTime() {
        desk.now = Instant.parse("2031-01-02T03:04:05Z");
        init();
        assertThat(clock.instant()).isEqualTo(desk.now);
    }

    @Test
    void aRefusalHasItsStatus() {
        desk.answersOnly = 418;
        assertThatThrownBy(this::init)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(418));
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        desk.says = "x".repeat(65 * 1024);
        assertThatThrownBy(this::init).hasMessageContaining("provisioning.hub-unreachable");
    }

    @Test
    void anAnswerThatLacksSomethingIsMalformed() {
        for (String answer : new String[] {"{}", "[]", "null", "\"\"", "<html>", "{\"verificationCode\":\"x\"}"}) {
            desk.says = answer;
            assertThatThrownBy(this::init).as(answer).hasMessageContaining("json.malformed");
        }
    }

    @Test
    void aHubThatIsAwayIsNamed() {
        desk.hangUp();
        assertThatThrownBy(this::init)
                .hasMessageContaining("provisioning.hub-unreachable")
                .hasMessageContaining("127.0.0.1:" + desk.address().httpsPort());
    }
}
