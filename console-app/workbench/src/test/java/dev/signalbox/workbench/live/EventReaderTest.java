// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    @Test
    void eventsHaveNameDataAndTheLastId() throws IOException {
        var reader = new EventReader(
                new StringReader(":\n\nevent: logs\nid: 7\ndata: [1,\ndata: 2]\n\n:\n\nevent:gone\ndata:press-01\n\n"),
                null);

        assertThat(reader.next()).contains(new EventReader.Event("logs", "[1,\n2]", "7"));
        assertThat(reader.next()).contains(new EventReader.Event("gone", "press-01", "7"));
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void anEventCutOffIsNoEvent() throws IOException {
        assertThat(new EventReader(new StringReader("event: logs\ndata: [1"), "3").next())
                .isEmpty();
    }
}
