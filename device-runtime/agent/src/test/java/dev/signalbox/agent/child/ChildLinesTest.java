// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.step.Item;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.api.Twin;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The node's side of the protocol, byte by byte.
class ChildLinesTest {
    private static final String HEAD = "\"n\":7,\"id\":\"m-1\",\"time\":\"1970-01-01T00:00:00Z\",\"source\":\"f/s\","
            + "\"service\":\"s_py\",\"properties\":{\"a\":\"b\"},";

    @Test
    void messagesAreWrittenWithTheirValue() {
        assertThat(written(Item.Delivery.process(message(Body.of(Map.of("ä", 1))), Optional.empty())))
                .isEqualTo("{\"op\":\"process\"," + HEAD + "\"body\":{\"ä\":1}}");
        assertThat(written(Item.Delivery.action("move", message(Body.of("x")), Optional.empty())))
                .isEqualTo("{\"op\":\"act\",\"action\":\"move\"," + HEAD + "\"body\":\"x\"}");
        assertThat(written(Item.Delivery.event("ear", message(Body.of(new byte[] {0, 1, -1})), Optional.empty())))
                .isEqualTo("{\"op\":\"event\",\"address\":\"ear\"," + HEAD + "\"bytes\":\"AAH/\"}");
        assertThat(written(Item.Delivery.process(message(Body.of(null)), Optional.empty())))
                .isEqualTo("{\"op\":\"process\"," + HEAD + "\"body\":null}");
    }

    @Test
    void theTwinAndAnswersAreWritten() {
        assertThat(Json.writeText(ChildLines.state(new Twin(Body.of(Map.of("on", true)), 4))))
                .isEqualTo("{\"op\":\"state\",\"state\":{\"desired\":{\"on\":true,\"$version\":4},\"reported\":{}}}");
        assertThat(Json.writeText(ChildLines.answer(3, null))).isEqualTo("{\"op\":\"ok\",\"ack\":3}");
        assertThat(Json.writeText(ChildLines.answer(3, "full")))
                .isEqualTo("{\"op\":\"ok\",\"ack\":3,\"error\":\"full\"}");
    }

    @Test
    void valuesAreReadAsTheyWereSent() {
        assertThat(ChildLines.body(Json.read("{\"body\":{\"a\":[1,null]}}", ObjectNode.class))
                        .toString())
                .isEqualTo("{a=[1, null]}");
        assertThat(ChildLines.body(Json.read("{\"bytes\":\"AAH/\"}", ObjectNode.class))
                        .asBytes())
                .containsExactly(0, 1, -1);
        assertThat(ChildLines.body(Json.read("{\"body\":null}", ObjectNode.class))
                        .isNull())
                .isTrue();
    }

    private static Message message(Body body) {
        return new Message("m-1", Instant.EPOCH, "f/s", Map.of("a", "b"), body);
    }

    private static String written(Item.Delivery delivery) {
        return Json.writeText(ChildLines.delivery(7, delivery, "s_py"));
    }
}
