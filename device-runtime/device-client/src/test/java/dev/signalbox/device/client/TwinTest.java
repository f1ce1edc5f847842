// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import static dev.signalbox.device.client.DeviceFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.pretend.Heard;
import dev.signalbox.protocol.codec.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class TwinTest {
    @TempDir
    Path folder;

    private DeviceFixture it;

    @BeforeEach
    void setUp() {
        it = new DeviceFixture(folder);
    }

    @AfterEach
    void tearDown() {
        it.close();
    }

    @Test
    void theWholeTwinComesAfterSignInAndAtEachChange() {
        it.hub.desireSilently("{'rate':{'low':1,'high':9}}".replace('\'', '"'));
        it.connected();
        assertThat(Heard.next(it.heard.twins)).isEqualTo("2 {'rate':{'low':1,'high':9}}".replace('\'', '"'));
        it.hub.desire("{'rate':{'low':null},'unit':'bar'}".replace('\'', '"'));
        assertThat(Heard.next(it.heard.twins)).isEqualTo("3 {'rate':{'high':9},'unit':'bar'}".replace('\'', '"'));
    }

    @Test
    void whatChangedWhileOfflineComesWithTheNextSignIn() {
        it.connected();
        Heard.next(it.heard.twins);
        it.hub.kill();
        Heard.next(it.heard.problems);
        it.hub.desireSilently("{\"rate\":5}");
        it.hub.listen();
        assertThat(Heard.next(it.heard.twins)).isEqualTo("2 {\"rate\":5}");
    }

    @Test
    void aMissedChangeMakesTheDeviceAskForTheWholeTwin() {
        it.connected();
        Heard.next(it.heard.twins);
        it.hub.desireSilently("{\"missed\":1}");
        it.hub.desire("{\"seen\":2}");
        assertThat(Heard.next(it.heard.twins)).isEqualTo("3 {\"missed\":1,\"seen\":2}");
    }

    @Test
    void theListenerIsCalledOnAThreadOfItsOwn() {
        it.device().start();
        assertThat(Heard.next(it.heard.signIns).getName()).isEqualTo("signalbox-listener");
    }

    @Test
    void reportsMadeOfflineBecomeOneAndOneWithoutAnswerIsSentAgain() {
        it.hub.deafToReports = true;
        var pump = it.device();
        pump.report(patch("{\"a\":1,\"gone\":null}"));
        pump.report(patch("{\"b\":{\"c\":2}}"));
        pump.start();
        assertThat(Heard.next(it.hub.reported)).hasToString("{\"a\":1,\"gone\":null,\"b\":{\"c\":2}}");
        pump.report(patch("{\"a\":3}"));
        it.hub.deafToReports = false;
        it.hub.dropConnection();
        assertThat(Heard.next(it.hub.reported)).hasToString("{\"a\":3,\"gone\":null,\"b\":{\"c\":2}}");
        pump.report(patch("{\"d\":4}"));
        assertThat(Heard.next(it.hub.reported)).hasToString("{\"d\":4}");
        await("the device stays connected", pump::connected);
    }

    private static ObjectNode patch(String json) {
        return (ObjectNode) Json.readTree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
