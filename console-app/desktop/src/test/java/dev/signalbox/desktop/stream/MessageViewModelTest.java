// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.PayloadForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageViewModelTest {
    private final StreamsInMemory hub = new StreamsInMemory();
    private final MessageViewModel model = new MessageViewModel(hub, OnFx.atOnce());

    @TempDir
    Path folder;

    private MessageRow comes(String payload) {
        model.begin(1);
        return MessageRow.of(hub.comes(1, "press-1", Instant.EPOCH, Map.of(), payload));
    }

    @Test
    void theFormFitsThePayloadUntilSomebodyWantsAnother() {
        model.show(comes("{\"bar\":2.5}"));
        assertThat(model.payload().form().get()).isEqualTo(PayloadForm.JSON);
        assertThat(model.payload().json().get()).isEqualTo("{\n  \"bar\": 2.5\n}");
        model.show(comes("no JSON"));
        assertThat(model.payload().form().get()).isEqualTo(PayloadForm.TEXT);
        assertThat(model.payload().isJson().get()).isFalse();
        model.payload().personWants(PayloadForm.HEX);
        assertThat(model.payload().shown()).startsWith("000000  6e 6f 20");
        model.show(comes("{}"));
        assertThat(model.payload().form().get()).isEqualTo(PayloadForm.HEX);
        assertThat(model.payload().isJson().get()).isTrue();
        model.payload().personWants(PayloadForm.JSON);
        model.show(comes("text"));
        assertThat(model.payload().form().get()).isEqualTo(PayloadForm.TEXT);
    }

    @Test
    void aLongPayloadIsKeptShortInTheListAndFetchedToBeLookedAt() {
        String json = "{\"text\":\"" + "x".repeat(7000) + "\"}";
        MessageRow row = comes(json);
        assertThat(row.isCut()).isTrue();
        assertThat(row.message().head()).hasSizeLessThan(6000);
        model.show(row);
        assertThat(model.payload().form().get()).isEqualTo(PayloadForm.JSON);
        assertThat(model.payload().note().get()).isEmpty();
    }

    @Test
    void ofWhatTheHubGivesOnlyTheBeginningOfThatIsSaid() {
        model.show(comes("{\"text\":\"" + "x".repeat(9000) + "\"}"));
        assertThat(model.payload().form().get()).isEqualTo(PayloadForm.TEXT);
        assertThat(model.payload().note().get()).startsWith("These are its first 8.0 KiB.");
    }

    @Test
    void theWholePayloadIsSaved() throws IOException {
        String text = "x".repeat(9000);
        model.show(comes(text));
        Path file = folder.resolve("message.bin");
        model.personDownloads(file);
        assertThat(file).hasContent(text);
        assertThat(model.download().words().get()).isEqualTo("Saved 8.8 KiB as message.bin");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        model.show(comes("other"));
        assertThat(model.download().words().get()).isEmpty();
    }

    @Test
    void aDownloadThatFailsLeavesNothing() throws IOException {
        model.show(comes("text"));
        hub.down = Optional.of(new Problem("hub.unreachable", "The hub is away.", "Try again."));
        Path file = Files.writeString(folder.resolve("message.bin"), "as it was");
        model.personDownloads(file);
        assertThat(model.download().problem().get()).map(Problem::code).contains("hub.unreachable");
        assertThat(model.download().busy().get()).isFalse();
        assertThat(file).hasContent("as it was");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        model.personDownloads(folder.resolve("no/such/folder"));
        assertThat(model.download().problem().get()).map(Problem::code).contains("console.file-not-written");
    }
}
