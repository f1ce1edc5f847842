// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DesiredTwinTest {
    private final DesiredTwin twin = new DesiredTwin();

    @Test
    void patchesCountInTheirOrderOnly() {
        assertThat(twin.apply(1, json("{}"))).isEqualTo(DesiredTwin.Effect.GAP);
        twin.replace(json("{\"a\":1,\"$version\":4,\"$metadata\":{}}"));
        assertThat(twin.apply(4, json("{\"a\":9}"))).isEqualTo(DesiredTwin.Effect.KNOWN);
        assertThat(twin.apply(6, json("{\"a\":9}"))).isEqualTo(DesiredTwin.Effect.GAP);
        assertThat(twin.apply(5, json("{\"a\":null,\"b\":2,\"$version\":5}"))).isEqualTo(DesiredTwin.Effect.CHANGED);
        assertThat(twin.document()).hasToString("{\"b\":2}");
        assertThat(twin.version()).isEqualTo(5);
    }

    @Test
    void aDeviceMadeAnewStartsAtItsFirstVersionAgain() {
        twin.replace(json("{\"a\":1,\"$version\":40}"));
        twin.replace(json("{\"b\":1,\"$version\":1}"));
        assertThat(twin.apply(2, json("{\"c\":1}"))).isEqualTo(DesiredTwin.Effect.CHANGED);
        assertThat(twin.document()).hasToString("{\"b\":1,\"c\":1}");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.readTree(text.getBytes(StandardCharsets.UTF_8));
    }
}
