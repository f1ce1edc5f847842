// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.ProxySettings;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import dev.signalbox.operator.authority.AuthorityView;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Microsoft's own device clients with certificates that an authority of one's own signed.
class DeviceAuthorityTest {
    @TempDir
    Path folder;

    @TempDir
    Path desk;

    Site site;
    OwnAuthority authority;
    String connection;

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        authority = OwnAuthority.in(desk);
        AuthorityView added = site.addAuthority("pumps", authority.pem());
        assertThat(site.prove("pumps", authority.proof(added.verificationCode()))
                        .verified())
                .isTrue();
        connection = site.addCaSigned("pump-1");
        authority.device("pump-1");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT", "MQTT_WS"})
    void theJavaClientComesIn(IotHubClientProtocol protocol) throws Exception {
        var own = client(connection, protocol);
        own.open(false);
        own.sendEvent(new Message("in"));
        own.close();
        assertThat(site.stored("pump-1")).hasSize(1);

        var other = client(site.addCaSigned("pump-2"), protocol);
        assertThatThrownBy(() -> other.open(false)).isInstanceOf(IotHubClientException.class);
    }

    @Test
    void theNodeClientComesIn() throws Exception {
        NodePrograms.install();
        String files = desk.resolve("pump-1").toString();
        try (var device = NodePrograms.run(site, connection, "x509.js", files)) {
            device.says("sent");
            assertThat(device.ends()).isZero();
        }
        assertThat(site.stored("pump-1")).hasSize(1);
        try (var other = NodePrograms.run(site, site.addCaSigned("pump-2"), "x509.js", files)) {
            assertThat(other.ends()).as("%s", other.lines()).isEqualTo(1);
        }
    }

    private DeviceClient client(String connection, IotHubClientProtocol protocol) throws Exception {
        var options = ClientOptions.builder().sslContext(authority.tls("pump-1", site.caPem()));
        if (protocol == IotHubClientProtocol.MQTT_WS) {
            options.proxySettings(new ProxySettings(site.proxy()));
        }
        return new DeviceClient(connection, protocol, options.build());
    }
}
