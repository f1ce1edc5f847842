// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody hears the MQTT client's own words.
class LinkProblemsTest {
    private final LinkProblems problems = new LinkProblems(new HubAddress("hub.example", 8883, 443));

    static Stream<Integer> everyCode() {
        return Stream.concat(
                Stream.of(-1, 119, 77_777),
                Arrays.stream(MqttException.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == short.class)
                        .map(LinkProblemsTest::code));
    }

    private static int code(java.lang.reflect.Field field) {
        try {
            return field.getShort(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void eachFailureOfTheClientHasASentenceACodeAndARemedyOfOurs(int code) {
        var failure = new MqttException(code);
        for (Problem problem : List.of(problems.notConnected(failure), problems.lost(failure))) {
            assertThat(problem.code()).startsWith("link.");
            assertThat(problem.what()).contains("hub.example:8883").endsWith(".");
            assertThat(problem.remedy()).endsWith(".");
            assertThat(problem.toString()).doesNotContain(failure.getMessage());
            assertThat(problem.toString()).doesNotContain("MqttException");
        }
    }

    @Test
    void theTableHasTheCodesOfTheClient() {
        assertThat(everyCode()).hasSizeGreaterThan(20).contains(32104, 32109);
    }

    @ParameterizedTest
    @CsvSource({
        "1, link.other-version",
        "2, link.id-refused",
        "3, link.unavailable",
        "4, link.refused",
        "5, link.refused",
        "32000, link.silent",
        "32002, link.silent",
        "32103, link.unreachable",
        "32109, link.unreachable",
    })
    void whatAHubSaysAtTheDoorHasACodeOfItsOwn(int code, String ours) {
        assertThat(problems.notConnected(new MqttException(code)).code()).isEqualTo(ours);
    }

    static Stream<Throwable> network() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnknownHostException("hub.example"),
                new SocketTimeoutException("Read timed out"),
                new SocketException("Connection reset"),
                new EOFException());
    }

    @ParameterizedTest
    @MethodSource("network")
    void whatTheNetworkDidIsSaidInsteadOfWhatTheClientMakesOfIt(Throwable cause) {
        String what = problems.lost(new MqttException(new IOException(cause))).what();
        assertThat(what)
                .doesNotContain("Mqtt", "java.", "refused", "timed out", "reset")
                .contains("was lost: ");
    }
}
