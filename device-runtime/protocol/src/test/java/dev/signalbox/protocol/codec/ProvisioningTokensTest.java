// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningTokensTest {
    private static final Pins PINS =
            new Pins(new HubAddress("hub.example", 8883, 8443), Digests.of("ca"), Digests.of("owner"));
    private static final ProvisioningToken ANY = new ProvisioningToken(PINS, "sbp_s3cret", Optional.empty());
    private static final ProvisioningToken FIXED =
            new ProvisioningToken(PINS, "sbp_s3cret", Optional.of(new DeviceId("pump-1")));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(ProvisioningTokens.read(ProvisioningTokens.write(ANY))).isEqualTo(ANY);
        assertThat(ProvisioningTokens.read(" " + ProvisioningTokens.write(FIXED) + "\n"))
                .isEqualTo(FIXED);
    }

    @Test
    void itsJsonIsThatOfTheDescription() {
        assertThat(json(FIXED))
                .isEqualTo(
                        "{\"pins\":{\"hub\":{\"host\":\"hub.example\",\"mqttPort\":8883,\"httpsPort\":8443},\"ca\":\""
                                + PINS.ca() + "\",\"ownerKey\":\"" + PINS.ownerKey()
                                + "\"},\"secret\":\"sbp_s3cret\",\"deviceId\":\"pump-1\"}");
    }

    @Test
    void aTokenThatFixesNoIdMayLeaveItOut() {
        String without = json(ANY).replace(",\"deviceId\":null", "");
        assertThat(ProvisioningTokens.read(token(without))).isEqualTo(ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signalbox2.", "signalbox2.!!", "signalbox2.e30", "signalbox1.e30", "sbp_s3cret"})
    void whatIsNoneIsRefused(String text) {
        refused(text);
    }

    @Test
    void aTokenThatWasCutIsRefused() {
        String whole = ProvisioningTokens.write(FIXED);
        for (int length = 0; length < whole.length() - 1; length++) {
            refused(whole.substring(0, length));
        }
    }

    @Test
    void theSecretStaysOutOfTexts() {
        assertThat(FIXED.toString()).contains("hub.example").doesNotContain("s3cret");
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> ProvisioningTokens.read(text)).hasMessageContaining("identity.token-malformed");
    }

    private static String json(ProvisioningToken token) {
        String text = ProvisioningTokens.write(token).substring(ProvisioningTokens.PREFIX.length());
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String token(String json) {
        return ProvisioningTokens.PREFIX + Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
