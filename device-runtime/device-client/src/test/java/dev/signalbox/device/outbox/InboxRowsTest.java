// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static dev.signalbox.device.outbox.Shelf.bytes;
import static dev.signalbox.device.outbox.Shelf.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.inbox.InboxStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxRowsTest {
    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void setUp() {
        shelf = new Shelf(folder);
    }

    @Test
    void whatCameWaitsInOrderUntilItIsHandledOverARestart() {
        try (var outbox = shelf.open()) {
            var inbox = outbox.inbox();
            done(inbox.keep("mid-1", bytes("a=b"), bytes("open the valve")));
            done(inbox.keep("", bytes(""), bytes("close it")));
            done(inbox.keep("mid-3", bytes(""), bytes("open it again")));
            assertThat(texts(inbox)).containsExactly("open the valve", "close it", "open it again");
            inbox.attempted(inbox.waiting(1).getFirst().id());
            done(inbox.handled(inbox.waiting(2).getLast().id()));
        }
        try (var outbox = shelf.open()) {
            assertThat(texts(outbox.inbox())).containsExactly("open the valve", "open it again");
            assertThat(outbox.inbox().waiting(1).getFirst().attempts()).isEqualTo(1);
            assertThat(outbox.inbox().waiting(1).getFirst().bag()).isEqualTo(bytes("a=b"));
        }
    }

    @Test
    void aMessageThatComesAgainIsKeptOnceEvenAfterItWasHandled() {
        try (var outbox = shelf.open()) {
            var inbox = outbox.inbox();
            var first = inbox.keep("mid-1", bytes(""), bytes("once"));
            done(inbox.keep("mid-1", bytes(""), bytes("once")));
            done(first);
            assertThat(texts(inbox)).containsExactly("once");
            done(inbox.handled(inbox.waiting(1).getFirst().id()));
            done(inbox.keep("mid-1", bytes(""), bytes("once")));
            assertThat(texts(inbox)).isEmpty();
        }
        try (var outbox = shelf.open()) {
            done(outbox.inbox().keep("mid-1", bytes(""), bytes("once")));
            done(outbox.inbox().keep("mid-2", bytes(""), bytes("another")));
            assertThat(texts(outbox.inbox())).containsExactly("another");
        }
    }

    @Test
    void aClosedInboxSaysSo() {
        var outbox = shelf.open();
        outbox.close();
        assertThatThrownBy(() -> done(outbox.inbox().keep("mid-1", bytes(""), bytes("late"))))
                .hasMessageContaining("outbox.closed");
        outbox.inbox().attempted(1);
    }

    private static List<String> texts(InboxStore inbox) {
        return inbox.waiting(100).stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }
}
