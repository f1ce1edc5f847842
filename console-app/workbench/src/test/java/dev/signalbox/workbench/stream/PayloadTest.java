// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static MessageView message(byte[] head, boolean whole, Map<String, String> properties) {
        String text = Base64.getEncoder().encodeToString(head);
        return new MessageView(0, Instant.EPOCH, new DeviceId("press-1"), properties, head.length, text, whole);
    }

    private static Payload of(String text) {
        return Payload.of(message(text.getBytes(StandardCharsets.UTF_8), true, Map.of()));
    }

    @Test
    void whatItIsIsSeenFromItsBytes() {
        assertThat(of("{\"a\":1}").form()).isEqualTo(PayloadForm.JSON);
        assertThat(of("  [1, 2]").form()).isEqualTo(PayloadForm.JSON);
        assertThat(of("{\"a\":").form()).isEqualTo(PayloadForm.TEXT);
        assertThat(of("47.5").form()).isEqualTo(PayloadForm.TEXT);
        assertThat(of("").form()).isEqualTo(PayloadForm.TEXT);
        assertThat(of("a\0b").form()).isEqualTo(PayloadForm.HEX);
        byte[] noText = {(byte) 0xff, (byte) 0xfe, 3};
        assertThat(Payload.of(message(noText, true, Map.of())).form()).isEqualTo(PayloadForm.HEX);
    }

    @Test
    void aBeginningThatEndsWithinACharacterIsTextAndNoJson() {
        byte[] text = "{\"a\":\"ü".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(text, text.length - 1);
        assertThat(Payload.of(message(cut, false, Map.of())).form()).isEqualTo(PayloadForm.TEXT);
        assertThat(Payload.of(message(cut, true, Map.of())).form()).isEqualTo(PayloadForm.HEX);
        assertThat(Payload.of(message("{}".getBytes(StandardCharsets.UTF_8), false, Map.of()))
                        .json())
                .isEmpty();
    }

    @Test
    void numbersHaveDotsBetweenOuterAndInnerNames() {
        Payload payload = of("{\"bar\":2.5,\"oil\":{\"celsius\":61,\"ok\":true},\"list\":[1],\"text\":\"7\"}");
        assertThat(payload.numbers()).isEqualTo(Map.of("bar", 2.5, "oil.celsius", 61.0));
        assertThat(of("[1,2]").numbers()).isEmpty();
        assertThat(of("no JSON").numbers()).isEmpty();
    }

    @Test
    void bytesAreShownByPlaceValueAndCharacter() {
        assertThat(of("{\"bar\":2.5}\nabcdef").hex())
                .containsExactly(
                        "000000  7b 22 62 61 72 22 3a 32  2e 35 7d 0a 61 62 63 64  {\"bar\":2.5}·abcd",
                        "000010  65 66                                             ef");
    }

    @Test
    void theBeginningIsOneLine() {
        assertThat(of("{\n  \"bar\": 2.5\n}").beginning(40)).isEqualTo("{ \"bar\": 2.5 }");
        assertThat(of("x".repeat(50)).beginning(10)).isEqualTo("x".repeat(10) + "…");
        assertThat(of("\0\1\2\3").beginning(9)).isEqualTo("00 01 02 …");
    }

    @Test
    void aDeadLetterSaysWhyAndWhatToDo() {
        byte[] none = {};
        assertThat(DeadLetterReasons.of(message(none, true, Map.of()))).isEmpty();
        var lost =
                Map.of("signalbox-dead", "stream-not-known", "stream-group-name", "press", "stream-name", "vibrations");
        assertThat(DeadLetterReasons.of(message(none, true, lost)))
                .map(Problem::what)
                .contains("There is no stream press/vibrations.");
        assertThat(DeadLetterReasons.of(message(none, true, Map.of("signalbox-dead", "something-new"))))
                .map(Problem::what)
                .contains("The hub says: something-new.");
    }
}
