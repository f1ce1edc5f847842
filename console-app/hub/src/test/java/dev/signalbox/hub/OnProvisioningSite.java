// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.report.Problem;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A hub whose clock is wound by hand, and an operator who is signed in.
abstract class OnProvisioningSite {
    @TempDir
    Path folder;

    final WoundClock clock = new WoundClock();
    Site site;
    Desk desk;

    @BeforeEach
    final void startSite() {
        site = new Site(folder, clock);
        desk = Desk.signedIn(site);
    }

    @AfterEach
    final void stopSite() {
        desk.close();
        site.close();
    }

    Pump signIn(HubCredentials credentials) throws MqttException {
        var with = ConnectionStrings.read(credentials.connectionString());
        var pump = Pump.of(site, with.deviceId().value());
        String user = with.host() + "/" + with.deviceId() + "/?api-version=2018-06-30";
        pump.connect(user, with.signature().orElseThrow(), site.tls());
        return pump;
    }

    boolean refused(HubCredentials credentials) throws MqttException {
        try (var _ = signIn(credentials)) {
            return false;
        } catch (MqttException refused) {
            return refused.getReasonCode() == MqttException.REASON_CODE_NOT_AUTHORIZED
                    || refused.getReasonCode() == MqttException.REASON_CODE_FAILED_AUTHENTICATION;
        }
    }

    static OperationView shown(Listener listener) throws Exception {
        var event = listener.next();
        assertThat(event.name()).isEqualTo("operation");
        return Json.read(event.data(), OperationView.class);
    }

    TokenView token(String name) {
        TokenView[] all = Json.read(desk.get(Paths.PROVISIONING_TOKENS).body(), TokenView[].class);
        return List.of(all).stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String begun(HttpResponse<String> answer) {
        return Json.read(answer.body(), OperationStarted.class).provisioningOperationId();
    }

    /// Status, and the last part of the problem's type.
    static String code(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        String type = BackEnd.tree(answer).path("type").asString();
        return answer.statusCode() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    static String operatorCode(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + Json.read(answer.body(), Problem.class).code();
    }
}
