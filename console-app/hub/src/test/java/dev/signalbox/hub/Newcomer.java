// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenMade;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A device that asks to be let in, and the operator who answers.
///
/// @param secret of the provisioning token it has
record Newcomer(Desk desk, String secret) {
    static final NewToken PLAIN =
            new NewToken("any", Optional.empty(), false, List.of(), false, Map.of(), Optional.empty());

    static NewToken fixed(String id) {
        return new NewToken(
                "for " + id, Optional.of(new DeviceId(id)), true, List.of(), false, Map.of(), Optional.empty());
    }

    static NewToken approving(boolean replaces, String... ids) {
        List<DeviceId> all = Arrays.stream(ids).map(DeviceId::new).toList();
        return new NewToken("beforehand", Optional.empty(), false, all, replaces, Map.of(), Optional.empty());
    }

    static TokenMade make(Desk desk, NewToken asked) {
        return Json.read(desk.ask("POST", Paths.PROVISIONING_TOKENS, asked).body(), TokenMade.class);
    }

    static Newcomer with(Desk desk, NewToken asked) {
        return new Newcomer(desk, make(desk, asked).secret());
    }

    HttpResponse<String> call(String method, String path, String token, String json) {
        return desk.send(desk.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "DeviceToken " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> asks(String json) {
        return call("POST", "/provisioning-operations/init", secret, json);
    }

    /// Begins to ask for an id as our devices do; throws if it may not.
    OperationStarted asksFor(String id) {
        return Json.read(
                asks("{\"deviceId\":\"" + id + "\",\"idForm\":\"plain\"}").body(), OperationStarted.class);
    }

    HttpResponse<String> completes(String operation) {
        return call(
                "PUT",
                "/provisioning-operations/complete",
                secret,
                "{\"provisioningOperationId\":\"" + operation + "\"}");
    }

    /// The registration token of one that is approved.
    String collects(String operation) {
        return granted(completes(operation));
    }

    static String granted(HttpResponse<String> answer) {
        return Json.read(answer.body(), RegistrationGranted.class).registrationToken();
    }

    HttpResponse<String> registers(String registration) {
        return call("PUT", "/devices/register", registration, "{\"connectionStringType\":\"SharedAccessSignature\"}");
    }

    HubCredentials credentials(String registration) {
        return Json.read(registers(registration).body(), HubCredentials.class);
    }

    HttpResponse<String> refreshes(String registration) {
        return call(
                "PUT",
                "/devices/registration-tokens/refresh",
                secret,
                "{\"registrationToken\":\"" + registration + "\"}");
    }

    /// Asks, is approved and collects.
    String isLetIn(String id) {
        var operation = asksFor(id);
        approve(operation.provisioningOperationId(), false);
        return collects(operation.provisioningOperationId());
    }

    HttpResponse<String> approve(String operation, boolean replace) {
        return approve(operation, new Approval(Optional.empty(), Map.of(), replace));
    }

    HttpResponse<String> approve(String operation, Approval approval) {
        return desk.ask("POST", Paths.PROVISIONING_OPERATIONS + "/" + operation + "/approve", approval);
    }

    HttpResponse<String> reject(String operation) {
        return desk.ask("POST", Paths.PROVISIONING_OPERATIONS + "/" + operation + "/reject", Map.of());
    }

    static List<OperationView> operations(Desk desk) {
        return List.of(Json.read(desk.get(Paths.PROVISIONING_OPERATIONS).body(), OperationView[].class));
    }

    OperationView view(String operation) {
        return operations(desk).stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow();
    }
}
