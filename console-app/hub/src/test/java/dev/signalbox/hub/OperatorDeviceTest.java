// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.device.DeviceIdentity;
import dev.signalbox.operator.device.DeviceTwin;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.IdentityKeys;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.operator.device.MethodAnswer;
import dev.signalbox.operator.device.ModuleIdentity;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.Problem;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators do with the devices of people who integrate.
class OperatorDeviceTest extends OnSite {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final String AT = Paths.DEVICES + "/pump-1";
    private static final String THUMBPRINT = "AB".repeat(20);

    @BeforeEach
    void start() {
        desk.ask("POST", Paths.DEVICES, new NewIdentity(PUMP, Map.of("site", "north"), Proof.SAS));
    }

    @Test
    void aDeviceIsMadeWithTagsAndKeysAndSignsIn() throws Exception {
        var seen = Json.read(desk.get(Paths.NODES + "/pump-1").body(), NodeView.class);
        assertThat(seen.tags()).containsExactly(Map.entry("site", "north"));
        assertThat(seen.enabled()).isTrue();
        IdentityKeys keys = keys(AT);
        assertThat(keys.secondaryConnectionString())
                .isEqualTo("HostName=127.0.0.1;DeviceId=pump-1;SharedAccessKey=" + keys.secondaryKey());
        Pump.signIn(site, PUMP, "127.0.0.1", keys.secondaryKey()).close();
        var again = desk.ask("POST", Paths.DEVICES, new NewIdentity(PUMP, Map.of(), Proof.SAS));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("device.exists");
    }

    @Test
    void aDeviceWithACertificateHasThumbprintsAndNoKeys() {
        var proof = new Proof(Proof.Kind.SELF_SIGNED, THUMBPRINT.replaceAll("(..)(?=.)", "$1:"), "");
        var made = desk.ask("POST", Paths.DEVICES, new NewIdentity(new DeviceId("cam-1"), Map.of(), proof));
        assertThat(Json.read(made.body(), DeviceIdentity.class).proof())
                .isEqualTo(new Proof(Proof.Kind.SELF_SIGNED, THUMBPRINT, ""));
        assertThat(keys(Paths.DEVICES + "/cam-1").primaryConnectionString())
                .isEqualTo("HostName=127.0.0.1;DeviceId=cam-1;x509=true");
        var renewed = desk.ask("POST", Paths.DEVICES + "/cam-1/keys", new KeyRenewal(true, true));
        assertThat(code(renewed)).isEqualTo("identity.refused");
        var without = new NewIdentity(new DeviceId("cam-2"), Map.of(), new Proof(Proof.Kind.SELF_SIGNED, "12 34", ""));
        assertThat(desk.ask("POST", Paths.DEVICES, without).statusCode()).isEqualTo(400);
        assertThat(desk.get(Paths.DEVICES + "/cam-2").statusCode()).isEqualTo(404);
    }

    @Test
    void keysAreRenewedOneByOne() {
        IdentityKeys before = keys(AT);
        desk.ask("POST", AT + "/keys", new KeyRenewal(true, false));
        IdentityKeys after = keys(AT);
        assertThat(after.primaryKey()).isNotEqualTo(before.primaryKey());
        assertThat(after.secondaryKey()).isEqualTo(before.secondaryKey());
        assertThat(after).hasToString("two keys");
    }

    @Test
    void aDisabledDeviceIsSentAwayAndComesBackWhenEnabled() throws Exception {
        try (var pump = Pump.signIn(site, PUMP, "127.0.0.1", keys(AT).primaryKey())) {
            DeviceIdentity has = Json.read(desk.get(AT).body(), DeviceIdentity.class);
            var off = new IdentityChange(false, "stolen", Proof.SAS);
            assertThat(put(AT, off, "stale").statusCode()).isEqualTo(412);
            var changed = Json.read(put(AT, off, has.etag()).body(), DeviceIdentity.class);
            assertThat(changed.enabled()).isFalse();
            assertThat(changed.statusReason()).isEqualTo("stolen");
            Site.await(() -> pump.lost);
        }
        assertThat(Json.read(desk.get(Paths.NODES + "/pump-1").body(), NodeView.class)
                        .enabled())
                .isFalse();
        put(AT, new IdentityChange(true, "", Proof.SAS), "*");
        Pump.signIn(site, PUMP, "127.0.0.1", keys(AT).primaryKey()).close();
    }

    @Test
    void theTwinIsReadAndChangedByWhoSawItsNewestState() throws Exception {
        try (var pump = Pump.signIn(site, PUMP, "127.0.0.1", keys(AT).primaryKey())) {
            pump.listen();
            DeviceTwin before = twin();
            assertThat(before.tags()).hasToString("{\"site\":\"north\"}");
            var changed = put(AT + "/twin", json("{\"desired\":{\"limit\":82.5,\"gone\":null}}"), before.etag());
            assertThat(Json.read(changed.body(), DeviceTwin.class).desired().document())
                    .hasToString("{\"limit\":82.5}");
            assertThat(pump.hears("$iothub/twin/PATCH/properties/desired/?$version=2"))
                    .contains("82.5");
            pump.reports("{\"limit\":80}", OptionalLong.empty());
            DeviceTwin after = twin();
            assertThat(after.reported().document()).hasToString("{\"limit\":80}");
            assertThat(after.reported().version()).isEqualTo(2);
            assertThat(before.reported().changedAt()).isEmpty();
            assertThat(after.reported().changedAt()).isPresent();
            assertThat(after.desired().version()).isEqualTo(2);
            var late = put(AT + "/twin", json("{\"tags\":{\"site\":\"south\"}}"), before.etag());
            assertThat(late.statusCode()).isEqualTo(412);
            assertThat(code(late)).isEqualTo("twin.edited-meanwhile");
            assertThat(put(AT + "/twin", json("{\"tags\":{\"site\":\"south\"}}"), after.etag())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(twin().tags()).hasToString("{\"site\":\"south\"}");
        }
    }

    @Test
    void whatIsTheHubsOwnIsNeitherSeenNorChangedNorLost() {
        desk.trust();
        var service = desk.save("Pump", "class Pump {}", "");
        var flow =
                desk.saveFlow("Pump", "Pump", Map.of(), new Assignment(new TreeSet<>(List.of(PUMP.value())), Map.of()));
        desk.release(desk.manifest(1, service, flow), flow, desk.owner);
        assertThat(twin().desired().document()).isEmpty();
        var touched = put(AT + "/twin", json("{\"desired\":{\"signalbox\":{\"release\":7}}}"), "*");
        assertThat(touched.statusCode()).isEqualTo(400);
        assertThat(code(touched)).isEqualTo("twin.property-reserved");
        put(AT + "/twin", json("{\"desired\":{\"a\":1}}"), "*");
        var view = Json.read(desk.get(Paths.NODES + "/pump-1").body(), NodeView.class);
        assertThat(view.ordered()).isEqualTo(1);
        assertThat(view.orderedSteps()).hasSize(1);
    }

    @Test
    void aTwinBeyondTheLimitsIsRefused() {
        assertThat(code(put(AT + "/twin", json("{\"desired\":{\"a b\":1}}"), "*")))
                .startsWith("twin.");
        String large = "{\"tags\":{\"a\":\"" + "x".repeat(4000) + "\",\"b\":\"" + "x".repeat(4000) + "\",\"c\":\""
                + "x".repeat(4000) + "\"}}";
        assertThat(code(put(AT + "/twin", json(large), "*"))).isEqualTo("twin.refused");
        assertThat(put(AT + "/twin", json("{\"desired\":[1]}"), "*").statusCode())
                .isEqualTo(400);
        assertThat(put(Paths.DEVICES + "/nobody/twin", json("{\"desired\":{}}"), "*")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMethodIsCalledAndItsAnswerOrTheReasonComesBack() throws Exception {
        String at = AT + "/methods";
        String call = "{\"name\":\"reboot\",\"payload\":{\"delay\":5},"
                + "\"connectTimeoutSeconds\":0,\"responseTimeoutSeconds\":%d}";
        var away = desk.ask("POST", at, json(call.formatted(5)));
        assertThat(away.statusCode()).isEqualTo(404);
        assertThat(code(away)).isEqualTo("method.not-online");
        try (var pump = Pump.signIn(site, PUMP, "127.0.0.1", keys(AT).primaryKey())) {
            pump.listen(Topics.METHOD_CALLS, 0);
            var asked = CompletableFuture.supplyAsync(() -> desk.ask("POST", at, json(call.formatted(30))));
            assertThat(pump.answers(207, "[\"done\"]").body()).isEqualTo("{\"delay\":5}");
            var answer = asked.get(60, TimeUnit.SECONDS);
            assertThat(Json.read(answer.body(), MethodAnswer.class))
                    .isEqualTo(new MethodAnswer(207, Json.readTree("[\"done\"]".getBytes(UTF_8))));
            var slow = desk.ask("POST", at, json(call.formatted(1)));
            assertThat(slow.statusCode()).isEqualTo(504);
            assertThat(code(slow)).isEqualTo("method.timed-out");
        }
        assertThat(code(desk.ask("POST", at, json(call.formatted(5).replace("reboot", "signalbox.stop")))))
                .isEqualTo("method.reserved");
        assertThat(code(desk.ask("POST", at, json(call.formatted(301))))).isEqualTo("method.timeout-refused");
        assertThat(code(desk.ask("POST", at, json("{\"name\":\"x\"}")))).startsWith("json.");
    }

    @Test
    void waitingMessagesAreListedPurgedAndTheirOutcomeTold() throws Exception {
        var message = new NewMessage("open", Map.of("$.mid", "m1", "iothub-ack", "full"), 60);
        desk.ask("POST", Paths.NODES + "/pump-1/messages", message);
        var queue = Json.read(desk.get(AT + "/messages").body(), MessageQueue.class);
        assertThat(queue.waiting()).hasSize(1);
        assertThat(queue.waiting().getFirst().messageId()).isEqualTo("m1");
        assertThat(queue.waiting().getFirst().bytes()).isEqualTo(4);
        try (var pump = Pump.signIn(site, PUMP, "127.0.0.1", keys(AT).primaryKey())) {
            pump.listen(Topics.cloudMessages(PUMP), 1);
            assertThat(pump.hearsAny().body()).isEqualTo("open");
            Site.await(() -> desk.get(AT + "/messages").body().contains("Success"));
        }
        desk.ask("POST", Paths.NODES + "/pump-1/messages", new NewMessage("a", Map.of(), 60));
        assertThat(desk.ask("DELETE", AT + "/messages", "").body()).isEqualTo("{\"count\":1}");
        assertThat(desk.get(Paths.DEVICES + "/nobody/messages").statusCode()).isEqualTo(404);
    }

    @Test
    void modulesAreAddedSignInAndRemoved() throws Exception {
        String modules = AT + "/modules";
        var made = desk.ask("POST", modules, new NewModule("camera", Proof.SAS));
        assertThat(made.statusCode()).isEqualTo(201);
        IdentityKeys keys = keys(modules + "/camera");
        assertThat(keys.primaryConnectionString())
                .isEqualTo("HostName=127.0.0.1;DeviceId=pump-1;ModuleId=camera;SharedAccessKey=" + keys.primaryKey());
        assertThat(code(desk.ask("POST", modules, new NewModule("camera", Proof.SAS))))
                .isEqualTo("module.exists");
        assertThat(desk.ask("POST", modules, new NewModule("not/good", Proof.SAS))
                        .statusCode())
                .isEqualTo(400);
        put(modules + "/camera/twin", json("{\"desired\":{\"zoom\":2}}"), "*");
        assertThat(Json.read(desk.get(modules + "/camera/twin").body(), DeviceTwin.class)
                        .desired()
                        .document())
                .hasToString("{\"zoom\":2}");
        assertThat(Json.read(desk.get(modules + "/camera/twin").body(), DeviceTwin.class)
                        .desired()
                        .changedAt())
                .isPresent();
        desk.ask("DELETE", modules + "/camera", "");
        assertThat(Json.read(desk.get(modules).body(), ModuleIdentity[].class)).isEmpty();
        assertThat(desk.get(modules + "/camera/keys").statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedDeviceIsGoneWithAllThatBelongsToIt() {
        assertThat(desk.ask("DELETE", AT, "").statusCode()).isEqualTo(204);
        for (String part : List.of("", "/keys", "/twin", "/messages", "/modules")) {
            assertThat(desk.get(AT + part).statusCode()).as(part).isEqualTo(404);
        }
    }

    @Test
    void nobodyGetsInWithoutASession() {
        desk.bearer = "guessed";
        for (String path : List.of(AT, AT + "/keys", AT + "/twin", AT + "/messages", AT + "/modules")) {
            assertThat(desk.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(desk.ask("POST", AT + "/methods", json("{}")).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> put(String path, Object body, String etag) {
        return desk.send(desk.request(path)
                .header("Authorization", "Bearer " + desk.bearer)
                .header("If-Match", "\"" + etag + "\"")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.write(body))));
    }

    private DeviceTwin twin() {
        return Json.read(desk.get(AT + "/twin").body(), DeviceTwin.class);
    }

    private IdentityKeys keys(String at) {
        return Json.read(desk.get(at + "/keys").body(), IdentityKeys.class);
    }

    private static Object json(String text) {
        return Json.readTree(text.getBytes(UTF_8));
    }

    private static String code(HttpResponse<String> answer) {
        return Json.read(answer.body(), Problem.class).code();
    }
}
