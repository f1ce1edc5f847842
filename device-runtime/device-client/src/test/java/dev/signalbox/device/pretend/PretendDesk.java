// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import static dev.signalbox.device.pretend.Done.done;

import dev.signalbox.protocol.codec.DotNetDurations;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.provisioning.Gone;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The HTTPS side of a hub, for one device that asks to be let in; what people do there is set from the test. Only the
/// newest operation, registration token and signature are good. Real TLS, real HTTP.
public final class PretendDesk implements AutoCloseable {
    public static final String SECRET = "sbp_secret";

    private final Vertx vertx = Vertx.vertx();
    private final Authority.ServerChain chain;
    private final AtomicInteger made = new AtomicInteger();
    private HttpServer server;
    private int port;

    /// Method and path of each call, in order.
    public final List<String> calls = new CopyOnWriteArrayList<>();

    public final List<String> bodies = new CopyOnWriteArrayList<>();

    /// What each showed as authorization, and called its body.
    public final List<String> headers = new CopyOnWriteArrayList<>();

    /// What becomes of the operation: `waiting`, `approved`, `cancelled` or `expired`.
    public volatile String decision = "waiting";

    /// What every call is answered with, if not 0.
    public volatile int answersOnly;

    /// What every call is answered with in place of JSON, if not empty.
    public volatile String says = "";

    /// So many calls of `register` fail.
    public volatile int registersFailing;

    public volatile Instant now = Instant.now();
    public volatile Duration registrationLife = Duration.ofDays(30);
    public volatile Duration signatureLife = Duration.ofHours(24);
    public volatile String givenId = "pump-1";
    public volatile String deviceKey = PretendHub.KEY;
    public volatile int mqttPort = 8883;
    public volatile String operation = "";
    public volatile String registration = "";
    private Instant registrationUntil = Instant.MIN;

    public PretendDesk(Authority.ServerChain chain) {
        this.chain = chain;
    }

    /// Listens on a free port, and on the same one again.
    public PretendDesk listen() {
        var options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addKeyValue(Buffer.buffer(chain.key()))
                        .addCertValue(Buffer.buffer(chain.chain())));
        server = vertx.createHttpServer(options.setHost("127.0.0.1").setPort(port));
        server.requestHandler(request -> request.body().onSuccess(body -> answer(request, body)));
        port = done(server.listen()).actualPort();
        return this;
    }

    public HubAddress address() {
        return new HubAddress("127.0.0.1", mqttPort, port);
    }

    public void hangUp() {
        done(server.close());
    }

    /// The calls of one path.
    public long called(String path) {
        return calls.stream().filter(call -> call.endsWith(path)).count();
    }

    private void answer(HttpServerRequest request, Buffer body) {
        String call = request.method() + " " + request.path();
        calls.add(call);
        bodies.add(body.toString());
        headers.add(request.getHeader("Authorization") + ", " + request.getHeader("Content-Type"));
        request.response().putHeader("Date", date(now));
        if (!says.isEmpty()) {
            request.response().end(says);
            return;
        }
        if (answersOnly != 0) {
            say(request, answersOnly, Json.mapper().createObjectNode());
            return;
        }
        String token = request.getHeader("Authorization");
        switch (call) {
            case "POST /provisioning-operations/init" -> init(request, token);
            case "PUT /provisioning-operations/complete" ->
                complete(request, token, field(body, "provisioningOperationId"));
            case "PUT /devices/register" -> register(request, token);
            case "PUT /devices/registration-tokens/refresh" ->
                refresh(request, token, field(body, "registrationToken"));
            default -> say(request, 404, Json.mapper().createObjectNode());
        }
    }

    private void init(HttpServerRequest request, String token) {
        if (!("DeviceToken " + SECRET).equals(token)) {
            say(request, 401, Json.mapper().createObjectNode());
            return;
        }
        operation = "op-" + made.incrementAndGet();
        if (decision.equals("expired")) {
            decision = "waiting";
        }
        say(
                request,
                200,
                Json.mapper()
                        .createObjectNode()
                        .put("provisioningOperationId", operation)
                        .put("verificationCode", "CODE-" + made.get())
                        .put("expirationTime", now.plus(Duration.ofHours(1)).toString()));
    }

    private void complete(HttpServerRequest request, String token, String asked) {
        if (!("DeviceToken " + SECRET).equals(token)) {
            say(request, 401, Json.mapper().createObjectNode());
        } else if (!asked.equals(operation)) {
            say(request, 404, Json.mapper().createObjectNode());
        } else {
            switch (decision) {
                case "waiting" -> say(request, 202, Json.mapper().createObjectNode());
                case "cancelled" -> say(request, 410, gone(Gone.CANCELLED));
                case "expired" -> say(request, 410, gone(Gone.EXPIRED));
                default -> grant(request, 200);
            }
        }
    }

    private void grant(HttpServerRequest request, int status) {
        registration = "sbr_" + made.incrementAndGet();
        registrationUntil = now.plus(registrationLife);
        say(
                request,
                status,
                Json.mapper()
                        .createObjectNode()
                        .put("registrationToken", registration)
                        .put("expirationTime", registrationUntil.toString()));
    }

    private void register(HttpServerRequest request, String token) {
        if (registersFailing-- > 0) {
            say(request, 503, Json.mapper().createObjectNode());
            return;
        }
        if (!("DeviceToken " + registration).equals(token) || registration.isEmpty()) {
            say(request, 401, Json.mapper().createObjectNode());
            return;
        }
        Instant until = now.plus(signatureLife);
        String signature = SasTokens.make("127.0.0.1/devices/" + givenId, deviceKey, until);
        var ours = Json.mapper()
                .createObjectNode()
                .put("mqttPort", mqttPort)
                .put("httpsPort", port)
                .put("workspace", "acme")
                .put("time", now.toString());
        say(
                request,
                200,
                Json.mapper()
                        .createObjectNode()
                        .put(
                                "connectionString",
                                "HostName=127.0.0.1;DeviceId=" + givenId + ";SharedAccessSignature=" + signature)
                        .put("iotHubHostName", "127.0.0.1")
                        .put("connectionStringType", "SharedAccessSignature")
                        .put("connectionStringExpiration", until.toString())
                        .put("tokenRemainingLifetime", DotNetDurations.write(Duration.between(now, registrationUntil)))
                        .set("signalbox", ours));
    }

    private void refresh(HttpServerRequest request, String token, String old) {
        boolean good = ("DeviceToken " + SECRET).equals(token) && old.equals(registration);
        if (good) {
            grant(request, 201);
        } else {
            say(request, 410, Json.mapper().createObjectNode());
        }
    }

    private static ObjectNode gone(String type) {
        return Json.mapper()
                .createObjectNode()
                .put("type", type)
                .put("title", "It is over.")
                .put("status", 410);
    }

    private static String field(Buffer body, String name) {
        JsonNode value = Json.readTree(body.getBytes()).path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private static void say(HttpServerRequest request, int status, JsonNode body) {
        request.response().setStatusCode(status).end(Buffer.buffer(Json.write(body)));
    }

    @Override
    public void close() {
        done(vertx.close());
    }
}
