// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.identity.Given;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenIdentityTest {
    private static final Pins PINS =
            new Pins(new HubAddress("hub.example", 8883, 8443), Digests.of("ca"), Digests.of("owner"));
    private static final DeviceId PUMP = new DeviceId("pump-1");

    private static Optional<Given> read(String... arguments) {
        return new GivenIdentity(Arguments.of(List.of(arguments))).read();
    }

    @Test
    void aTokenWithoutAKeyHasTheNodeAsk(@TempDir Path folder) throws Exception {
        var token = new ProvisioningToken(PINS, "sbp_x", Optional.of(PUMP));
        Path file = Files.writeString(folder.resolve("token"), ProvisioningTokens.write(token) + "\n");
        assertThat(read("--token-file", file.toString())).hasValue(new Given.Asking(token));
        assertThat(new Given.Asking(token).name()).hasValue(PUMP);
    }

    @Test
    void atLaterStartsNothingIsSaid() {
        assertThat(read()).isEmpty();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThatThrownBy(() -> read("--token", "sbp_x")).hasMessageContaining("identity.token-malformed");
    }
}
