// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.provisioning;

import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.https.HubHttps.Answer;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.provisioning.CompleteRequest;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.InitRequest;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.provisioning.RefreshRequest;
import dev.signalbox.protocol.provisioning.RegisterRequest;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The four calls by which a device is let in. Each blocks for 10 seconds at most; each throws ProblemException when
/// the hub cannot be reached, and `Refused` when it says no.
public final class Calls {
    private static final int SUCCESS = 200;
    private static final int CREATED = 201;
    private static final int NOT_YET = 202;

    private final HubHttps https;

    public Calls(HubHttps https) {
        this.https = https;
    }

    /// Begins to ask.
    ///
    /// @param secret of the provisioning token
    public OperationStarted init(String secret, InitRequest request) {
        return need(call("POST", "/provisioning-operations/init", secret, request), OperationStarted.class);
    }

    /// Empty until a person approved. Each later call makes a new registration token, and voids the earlier.
    public Optional<RegistrationGranted> complete(String secret, String operationId) {
        Reply reply = call("PUT", "/provisioning-operations/complete", secret, new CompleteRequest(operationId));
        return reply.answer().status() == NOT_YET
                ? Optional.empty()
                : Optional.of(need(reply, RegistrationGranted.class));
    }

    /// A signature to sign in with, for as long as it says.
    public HubCredentials register(String registrationToken) {
        var request = new RegisterRequest(RegisterRequest.SIGNATURE);
        return need(call("PUT", "/devices/register", registrationToken, request), HubCredentials.class);
    }

    /// A registration token that lives longer.
    public RegistrationGranted refresh(String secret, String registrationToken) {
        var request = new RefreshRequest(registrationToken);
        return need(call("PUT", "/devices/registration-tokens/refresh", secret, request), RegistrationGranted.class);
    }

    private record Reply(String path, Answer answer) {}

    private Reply call(String method, String path, String token, Object body) {
        try {
            return new Reply(path, https.send(method, path, "DeviceToken " + token, Json.write(body)));
        } catch (IOException silent) {
            throw new ProblemException(ProvisioningProblems.unreachable(https.hub(), silent), silent);
        }
    }

    private static <T> T need(Reply reply, Class<T> type) {
        int status = reply.answer().status();
        if (status != SUCCESS && status != CREATED) {
            throw new Refused(reply.path(), status, problemType(reply.answer().body()));
        }
        return Json.read(reply.answer().body(), type);
    }

    private static String problemType(byte[] body) {
        try {
            JsonNode type = Json.readTree(body).path("type");
            return type.isString() ? type.stringValue() : "";
        } catch (ProblemException noJson) {
            return "";
        }
    }
}
