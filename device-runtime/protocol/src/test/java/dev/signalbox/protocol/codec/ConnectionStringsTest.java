// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringsTest {
    private static final DeviceId PUMP = new DeviceId("acme:pump-1");
    private static final String SIGNATURE =
            SasTokens.make("hub.example/devices/acme:pump-1", "a2V5", Instant.parse("2026-11-22T00:00:00Z"));

    @Test
    void aReadySignatureStandsInPlaceOfTheKey() {
        var signed = new ConnectionString("hub.example", PUMP, "", Optional.of(SIGNATURE));
        String text = ConnectionStrings.write(signed);
        assertThat(text)
                .startsWith("HostName=hub.example;DeviceId=acme:pump-1;SharedAccessSignature=SharedAccessSignature sr=")
                .endsWith("&se=1795305600");
        assertThat(ConnectionStrings.read(text)).isEqualTo(signed);
    }

    @Test
    void aKeyIsWrittenAsIoTHubDoes() {
        var keyed = new ConnectionString("hub.example", PUMP, "a2V5PQ==");
        String text = "HostName=hub.example;DeviceId=acme:pump-1;SharedAccessKey=a2V5PQ==";
        assertThat(ConnectionStrings.write(keyed)).isEqualTo(text);
        assertThat(ConnectionStrings.read(text)).isEqualTo(keyed);
    }

    @Test
    void fieldsMayComeInAnyOrderAndWithOthers() {
        var read = ConnectionStrings.read(
                " SharedAccessSignature=" + SIGNATURE + "; DeviceId = acme:pump-1 ;GatewayHostName=edge;HostName=h ");
        assertThat(read).isEqualTo(new ConnectionString("h", PUMP, "", Optional.of(SIGNATURE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HostName=h",
                "HostName=h;DeviceId=d",
                "HostName=h;DeviceId=d;SharedAccessKey=",
                "HostName=h;DeviceId=d;SharedAccessSignature=",
                "DeviceId=d;SharedAccessKey=a2V5"
            })
    void whatLacksAFieldIsRefused(String text) {
        assertThatThrownBy(() -> ConnectionStrings.read(text))
                .hasMessageContaining("identity.connection-string-incomplete");
    }

    @Test
    void secretsStayOutOfTexts() {
        assertThat(new ConnectionString("h", PUMP, "", Optional.of(SIGNATURE)).toString())
                .doesNotContain("SharedAccessSignature");
        assertThat(new ConnectionString("h", PUMP, "a2V5").toString()).doesNotContain("a2V5");
    }
}
