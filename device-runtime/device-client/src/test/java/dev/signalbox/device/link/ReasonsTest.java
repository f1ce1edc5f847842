// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketException;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void aNetworkThatIsDownIsToldFromAPortWhereNobodyListens() {
        assertThat(Reasons.of(new ConnectException("Network is unreachable"))).isEqualTo("no way leads there");
        assertThat(Reasons.of(new SocketException("Network is unreachable"))).isEqualTo("no way leads there");
        assertThat(Reasons.of(new ConnectException("Connection refused"))).isEqualTo("nobody listens at that port");
    }

    @Test
    void theDeepestCauseIsTold() {
        var wrapped = new MqttException(new ConnectException("Connection refused"));
        assertThat(Reasons.of(wrapped)).isEqualTo("nobody listens at that port");
        assertThat(Reasons.of(null)).isEqualTo("no reason given");
    }
}
