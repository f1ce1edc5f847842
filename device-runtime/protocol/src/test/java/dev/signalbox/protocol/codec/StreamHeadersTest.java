// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamHeader;
import dev.signalbox.protocol.stream.StreamHeader.Completes;
import dev.signalbox.protocol.stream.StreamHeader.Form;
import dev.signalbox.protocol.stream.StreamName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The properties of a message in the form and order of Spotflow's devices.
class StreamHeadersTest {
    private static final StreamHeader WHOLE = new StreamHeader(
            new StreamName("hall-2", "boiler"),
            "Plzeň & co",
            new MessageIds("batch 7", "m/1", "s=1", "c-1"),
            new Form(true, true),
            new Completes(true, true, true));

    @Test
    void theOrderIsThatOfSpotflowsDevices() {
        assertThat(PropertyBags.write(StreamHeaders.write(WHOLE)))
                .isEqualTo("stream-group-name=hall-2&stream-name=boiler&site-id=Plze%C5%88%20%26%20co"
                        + "&batch-id=batch%207&batch-slice-id=s%3D1&message-id=m%2F1&chunk-id=c-1"
                        + "&content-encoding=br&has-externalized-payload=true"
                        + "&complete-batch=true&complete-message=true&ignore-payload=true");
    }

    @Test
    void aPlainMessageSaysNothing() {
        assertThat(StreamHeaders.write(StreamHeader.PLAIN)).isEmpty();
        assertThat(StreamHeaders.read(Map.of())).isEqualTo(StreamHeader.PLAIN);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(StreamHeaders.read(PropertyBags.read(PropertyBags.write(StreamHeaders.write(WHOLE)))))
                .isEqualTo(WHOLE);
    }

    @Test
    void otherPropertiesAndOtherEncodingsAreNotLookedAt() {
        var bag =
                Map.of("unit", "bar", "content-encoding", "gzip", "complete-batch", "False", "ignore-payload", "True");
        assertThat(StreamHeaders.read(bag))
                .isEqualTo(new StreamHeader(
                        StreamName.DEFAULT, "", MessageIds.NONE, Form.PLAIN, new Completes(false, false, true)));
    }

    @Test
    void aStreamThatCannotBeIsRefused() {
        assertThatThrownBy(() -> StreamHeaders.read(Map.of("stream-name", "../etc")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StreamHeaders.read(Map.of("stream-group-name", "g".repeat(91))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
