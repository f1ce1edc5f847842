// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The identity registry as back ends use it.
@Timeout(180)
class IdentityTest extends OnSite {
    private BackEnd backEnd;

    @BeforeEach
    void start() {
        backEnd = BackEnd.owner(desk);
    }

    @Test
    void aDeviceMadeByABackEndHasKeysAndSignsInWithThem() throws Exception {
        var made = backEnd.ask("PUT", "/devices/pump-1", "{\"deviceId\":\"pump-1\"}");
        JsonNode device = BackEnd.tree(made);
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("ETag"))
                .contains("\"" + device.path("etag").stringValue() + "\"");
        assertThat(device.path("status").stringValue()).isEqualTo("enabled");
        assertThat(device.path("connectionState").stringValue()).isEqualTo("Disconnected");
        assertThat(device.path("generationId").stringValue()).isNotEmpty();
        try (var pump = Pump.signIn(site, new DeviceId("pump-1"), "127.0.0.1", primaryKey(device))) {
            pump.send("hello", Map.of());
            assertThat(backEnd.json("/devices/pump-1").path("connectionState").stringValue())
                    .isEqualTo("Connected");
        }
        assertThat(Json.read(desk.get(Paths.NODES + "/pump-1").body(), NodeView.class)
                        .id())
                .isEqualTo(new DeviceId("pump-1"));
    }

    @Test
    void whatOperatorsAddedIsThereForBackEndsAndTheOtherWayRound() {
        var keys = desk.addNode("pump-1", Map.of());
        assertThat(primaryKey(backEnd.json("/devices/pump-1"))).isEqualTo(keys.primaryKey());
        backEnd.ask("PUT", "/devices/pump-2", "{}");
        assertThat(backEnd.json("/devices?top=1").size()).isEqualTo(1);
        assertThat(backEnd.json("/devices").findValuesAsString("deviceId")).containsExactly("pump-1", "pump-2");
        assertThat(backEnd.json("/statistics/devices").toString())
                .contains("\"totalDeviceCount\":2")
                .contains("\"enabledDeviceCount\":2");
        assertThat(desk.ask("DELETE", Paths.NODES + "/pump-2", "").statusCode()).isEqualTo(204);
        assertThat(backEnd.get("/devices/pump-2").statusCode()).isEqualTo(404);
    }

    @Test
    void anEtagGuardsEachChange() {
        String body = "{\"status\":\"enabled\"}";
        String first = BackEnd.tree(backEnd.ask("PUT", "/devices/pump-1", body))
                .path("etag")
                .stringValue();
        assertError(backEnd.ask("PUT", "/devices/pump-1", body), 409, "DeviceAlreadyExists");
        var second = backEnd.ask("PUT", "/devices/pump-1", body, "If-Match", "\"" + first + "\"");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(BackEnd.tree(second).path("etag").stringValue()).isNotEqualTo(first);
        assertError(
                backEnd.ask("PUT", "/devices/pump-1", body, "If-Match", "\"" + first + "\""),
                412,
                "PreconditionFailed");
        assertError(backEnd.ask("DELETE", "/devices/pump-1", "", "If-Match", first), 412, "PreconditionFailed");
        assertThat(backEnd.ask("PUT", "/devices/pump-1", body, "If-Match", "\"*\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(backEnd.ask("DELETE", "/devices/pump-1", "", "If-Match", "*").statusCode())
                .isEqualTo(204);
        assertError(backEnd.get("/devices/pump-1"), 404, "DeviceNotFound");
        assertError(backEnd.ask("PUT", "/devices/pump-1", body, "If-Match", "*"), 404, "DeviceNotFound");
    }

    @Test
    void aDisabledDeviceIsShutOutAndRemembersWhy() throws Exception {
        JsonNode made = BackEnd.tree(backEnd.ask("PUT", "/devices/pump-1", "{}"));
        var id = new DeviceId("pump-1");
        try (var pump = Pump.signIn(site, id, "127.0.0.1", primaryKey(made))) {
            backEnd.ask(
                    "PUT", "/devices/pump-1", "{\"status\":\"disabled\",\"statusReason\":\"stolen\"}", "If-Match", "*");
            Site.await(() -> pump.lost);
        }
        assertThatThrownBy(() -> Pump.signIn(site, id, "127.0.0.1", primaryKey(made)))
                .isInstanceOf(MqttException.class);
        site.restart();
        try (var again = new Desk(site)) {
            var device = new BackEnd(again, "iothubowner", backEnd.key()).json("/devices/pump-1");
            assertThat(device.path("statusReason").stringValue()).isEqualTo("stolen");
            assertThat(device.path("statusUpdatedTime").stringValue()).startsWith("20");
            assertThat(primaryKey(device)).isEqualTo(primaryKey(made));
        }
    }

    @Test
    void thumbprintsAreKeptAndKeysOfOnesOwnToo() {
        String thumbprint = "0123456789abcdef0123456789ABCDEF01234567";
        backEnd.ask(
                "PUT",
                "/devices/x",
                "{\"authentication\":{\"type\":\"selfSigned\",\"symmetricKey\":{\"primaryKey\":null,\"secondaryKey\":null},"
                        + "\"x509Thumbprint\":{\"primaryThumbprint\":\"" + thumbprint + "\"}}}");
        JsonNode proof = backEnd.json("/devices/x").path("authentication");
        assertThat(proof.path("type").stringValue()).isEqualTo("selfSigned");
        assertThat(proof.path("x509Thumbprint").path("primaryThumbprint").stringValue())
                .isEqualToIgnoringCase(thumbprint);
        assertThat(proof.path("symmetricKey").path("primaryKey").isNull()).isTrue();
        String key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        backEnd.ask(
                "PUT",
                "/devices/y",
                "{\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"" + key + "\",\"secondaryKey\":\"" + key
                        + "\"}}}");
        assertThat(primaryKey(backEnd.json("/devices/y"))).isEqualTo(key);
    }

    @Test
    void whatBreaksARuleIsRefusedWithASentence() {
        for (String body : List.of(
                "",
                "[]",
                "{",
                "{\"deviceId\":\"other\"}",
                "{\"status\":\"asleep\"}",
                "{\"statusReason\":\"" + "x".repeat(129) + "\"}",
                "{\"authentication\":{\"type\":\"magic\"}}",
                "{\"authentication\":{\"type\":\"selfSigned\"}}",
                "{\"authentication\":{\"symmetricKey\":{\"primaryKey\":\"c2hvcnQ=\",\"secondaryKey\":\"c2hvcnQ=\"}}}",
                "{\"authentication\":{\"x509Thumbprint\":{\"primaryThumbprint\":\"12\"}}}")) {
            assertError(backEnd.ask("PUT", "/devices/pump-1", body), 400, "ArgumentInvalid");
        }
        // the path of devices that show a registration token
        assertThat(backEnd.ask("PUT", "/devices/register", "{}").statusCode()).isEqualTo(400);
        assertThat(backEnd.ask("POST", "/devices", "[{\"id\":\"register\",\"importMode\":\"create\"}]")
                        .body())
                .contains("ArgumentInvalid");
        assertError(backEnd.ask("PUT", "/devices/a%20b", "{}"), 400, "ArgumentInvalid");
        assertError(backEnd.ask("PUT", "/devices/" + "x".repeat(129), "{}"), 400, "ArgumentInvalid");
        assertError(backEnd.ask("PUT", "/devices/pump-1", "\"" + "x".repeat(5 << 20) + "\""), 413, "MessageTooLarge");
        assertThat(backEnd.json("/devices").size()).isZero();
    }

    @Test
    void manyAreChangedAtOnceEachForItself() {
        String create =
                "[{\"id\":\"a\",\"importMode\":\"create\",\"tags\":{\"hall\":\"B\"}},{\"id\":\"b\",\"importMode\":\"create\"}]";
        assertThat(BackEnd.tree(backEnd.ask("POST", "/devices", create))
                        .path("isSuccessful")
                        .booleanValue())
                .isTrue();
        assertThat(backEnd.json("/twins/a").path("tags").toString()).isEqualTo("{\"hall\":\"B\"}");
        var mixed = backEnd.ask(
                "POST",
                "/devices",
                "[{\"id\":\"a\",\"importMode\":\"create\"},{\"id\":\"b\",\"importMode\":\"delete\"},"
                        + "{\"id\":\"c\",\"importMode\":\"createOrUpdate\"},{\"id\":\" \"}]");
        assertThat(mixed.statusCode()).isEqualTo(400);
        JsonNode result = BackEnd.tree(mixed);
        assertThat(result.path("isSuccessful").booleanValue()).isFalse();
        assertThat(result.path("errors").findValuesAsString("errorCode"))
                .containsExactly("DeviceAlreadyExists", "ArgumentInvalid");
        assertThat(backEnd.json("/devices").findValuesAsString("deviceId")).containsExactly("a", "c");
        assertError(backEnd.ask("POST", "/devices", "[]"), 400, "ArgumentInvalid");
    }

    @Test
    void modulesHaveIdentitiesAndTwinsOfTheirOwn() {
        backEnd.ask("PUT", "/devices/pump-1", "{}");
        String path = "/devices/pump-1/modules/motor";
        JsonNode made = BackEnd.tree(backEnd.ask("PUT", path, "{\"moduleId\":\"motor\",\"managedBy\":\"me\"}"));
        assertThat(primaryKey(made)).isNotEmpty();
        assertError(backEnd.ask("PUT", path, "{}"), 409, "ModuleAlreadyExistsOnDevice");
        assertThat(backEnd.json("/devices/pump-1/modules").findValuesAsString("moduleId"))
                .containsExactly("motor");
        String twin = "/twins/pump-1/modules/motor";
        backEnd.ask("PATCH", twin, "{\"tags\":{\"side\":\"left\"},\"properties\":{\"desired\":{\"speed\":3}}}");
        assertThat(((ObjectNode) backEnd.json(twin).path("properties").path("desired"))
                        .without("$metadata")
                        .toString())
                .isEqualTo("{\"speed\":3,\"$version\":2}");
        assertThat(backEnd.json(twin).path("tags").toString()).isEqualTo("{\"side\":\"left\"}");
        assertThat(backEnd.json("/twins/pump-1").path("tags").isEmpty()).isTrue();
        assertThat(backEnd.ask(
                                "DELETE",
                                path,
                                "",
                                "If-Match",
                                "\"" + made.path("etag").stringValue() + "\"")
                        .statusCode())
                .isEqualTo(204);
        assertError(backEnd.get(path), 404, "ModuleNotFound");
        assertError(backEnd.get(twin), 404, "ModuleNotFound");
        assertError(backEnd.get("/devices/none/modules"), 404, "DeviceNotFound");
    }

    private static String primaryKey(JsonNode identity) {
        return identity.path("authentication")
                .path("symmetricKey")
                .path("primaryKey")
                .stringValue();
    }

    private static void assertError(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(BackEnd.tree(answer).path("Message").stringValue()).startsWith("ErrorCode:" + name + ";");
    }
}
