// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static dev.signalbox.endtoend.StreamDesk.texts;
import static dev.signalbox.endtoend.StreamDesk.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.client.StreamSender;
import dev.signalbox.device.message.Compression;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a device sends with the device client, and what operators and programs read of it at a real hub. Every test has
/// a device and streams of its own.
@Timeout(120)
class StreamStoryTest {
    @TempDir
    static Path folder;

    private static Site site;
    private static Workbench workbench;
    private static StreamDesk desk;

    private String id;
    private DeviceClient device;

    @BeforeAll
    static void startHub() {
        site = new Site(folder);
        workbench = site.workbench("console");
        desk = new StreamDesk(workbench);
    }

    @AfterAll
    static void stopHub() throws Exception {
        desk.close();
        site.close();
    }

    @BeforeEach
    void startDevice(TestInfo test) throws InterruptedException {
        id = test.getTestMethod().orElseThrow().getName();
        workbench.devices().create(new NewIdentity(new DeviceId(id), Map.of(), Proof.SAS));
        var hub = workbench.contact();
        device = DeviceClient.builder()
                .connectionString(workbench.nodes().connectionString(new DeviceId(id)))
                .ports(hub.address().mqttPort(), hub.address().httpsPort())
                .trust(Trusting.context(hub.caPem()))
                .folder(folder.resolve(id))
                .start();
    }

    @AfterEach
    void stopDevice() {
        device.close();
    }

    private StreamView plain(String name) {
        return desk.make(name, IdRule.FROM_KEY, "", IdRule.NONE, "");
    }

    private StreamSender to(StreamView stream) {
        return to(stream, Compression.UNCOMPRESSED);
    }

    private StreamSender to(StreamView stream, Compression how) {
        return device.createStreamSender(stream.name(), how);
    }

    @Test
    void whatShrinksGoesPackedAndIsReadUnpacked() throws Exception {
        StreamView stream = plain("packed");
        String long_ = "{\"celsius\":21.5,\"where\":\"" + "hall 2, ".repeat(500) + "\"}";
        to(stream, Compression.UNCOMPRESSED).enqueueMessage(long_, MessageIds.NONE);
        to(stream, Compression.FASTEST).enqueueMessage(long_, MessageIds.NONE);
        to(stream, Compression.SMALLEST_SIZE).enqueueMessage(long_, MessageIds.NONE);
        to(stream, Compression.FASTEST).enqueueMessage("{}", MessageIds.NONE);
        to(stream, Compression.SMALLEST_SIZE).sendMessage("{}", MessageIds.NONE);
        List<MessageView> messages = desk.messages(stream, 5);
        assertThat(values(messages, "content-encoding")).containsExactly("-", "br", "br", "-", "-");
        assertThat(texts(messages)).containsExactly(long_, long_, long_, "{}", "{}");
        List<Long> sizes = messages.stream().map(MessageView::size).toList();
        assertThat(sizes.getFirst()).isEqualTo(long_.length());
        assertThat(sizes.get(1)).isLessThan(200);
        assertThat(sizes.get(2)).isLessThanOrEqualTo(sizes.get(1));
        assertThat(desk.channel(stream))
                .extracting(message -> message.path("where").asString().length())
                .containsExactly(4000, 4000, 4000, 0, 0);
    }

    @Test
    void batchesFollowOneAnotherAndAreReadInOnePiece() throws Exception {
        StreamView stream = desk.make("batches", IdRule.FROM_KEY, "", IdRule.GIVEN, "");
        StreamSender sender = to(stream);
        sender.enqueueMessage("a1", MessageIds.NONE.inBatch("a").inSlice("left"));
        sender.enqueueMessage("a2", MessageIds.NONE.inBatch("a").inSlice("right"));
        sender.sendMessage("b1", MessageIds.NONE.inBatch("b"));
        assertThat(values(desk.messages(stream, 3), "batch-slice-id")).containsExactly("left", "right", "-");
        assertThat(desk.channel(stream))
                .extracting(message -> message.path("batch.slice.id").asString())
                .containsExactly("left", "right", "");
        assertThat(desk.batches(stream, id))
                .extracting(
                        BatchView::batch,
                        BatchView::messages,
                        batch -> batch.closed().isPresent())
                .containsExactly(tuple("a", 2L, true), tuple("b", 1L, false));
        sender.enqueueMessage("b2", MessageIds.NONE.inBatch("b"));
        sender.enqueueBatchCompletion("b");
        BatchView whole = desk.closed(stream, id, "b");
        assertThat(whole.messages()).isEqualTo(2);
        assertThat(desk.content(stream, whole, Optional.empty())).isEqualTo("b1\nb2\n");
        assertThat(desk.content(stream, whole, Optional.of(Concatenation.WITH_NEW_LINES)))
                .isEqualTo("b1\nb2\n");
        assertThat(desk.content(stream, whole, Optional.of(Concatenation.WITHOUT_NEW_LINES)))
                .isEqualTo("b1b2");
        assertThat(desk.content(stream, whole, Optional.of(Concatenation.NONE))).isEqualTo("b1b2");
    }

    @Test
    void chunksBecomeOneMessageOnceItIsCompleted() throws Exception {
        StreamView stream = desk.make("chunks", IdRule.GIVEN, "", IdRule.GIVEN, "");
        MessageIds report = MessageIds.message("report").inBatch("today");
        StreamSender sender = to(stream);
        sender.enqueueMessage("one ", report.asChunk("1"));
        to(stream, Compression.FASTEST).enqueueMessage("two ".repeat(100), report.asChunk("2"));
        sender.enqueueMessage("one ", report.asChunk("1"));
        sender.enqueueMessage("meanwhile", MessageIds.message("other").inBatch("today"));
        sender.enqueueMessage("three", report.asChunk("3"));
        sender.enqueueMessageCompletion("today", "report");
        sender.enqueueMessage("one ", report.asChunk("1"));
        sender.sendMessage("last", MessageIds.message("last").inBatch("today"));
        List<MessageView> messages = desk.messages(stream, 3);
        String whole = "one " + "two ".repeat(100) + "three";
        assertThat(texts(messages)).containsExactly("meanwhile", whole, "last");
        assertThat(desk.channel(stream))
                .extracting(message -> message.path("payload.text").asString())
                .containsExactly("meanwhile", whole, "last");
        assertThat(desk.payload(stream, 1)).asString().isEqualTo(whole);
    }

    @Test
    void missingIdsAreFilledIn() throws Exception {
        StreamView stream = desk.make(
                "filled", IdRule.PATTERN, "{deviceId}_{sequenceId}", IdRule.PATTERN, "{dateTime:yyyy}_{sequenceId}");
        StreamSender sender = to(stream);
        sender.enqueueMessage("0", MessageIds.NONE);
        sender.enqueueMessage("1", MessageIds.message("of its own"));
        sender.sendMessage("2", MessageIds.NONE);
        List<MessageView> messages = desk.messages(stream, 3);
        assertThat(values(messages, "message-id")).containsExactly(id + "_0", "of its own", id + "_1");
        assertThat(values(messages, "batch-id")).allMatch(batch -> batch.matches("2[0-9]{3}_0"));
        assertThat(desk.channel(stream))
                .extracting(message -> message.path("message.id").asString())
                .isEqualTo(values(messages, "message-id"));
    }

    @Test
    void whatHasNoPlaceIsADeadLetterWithItsReason() throws Exception {
        StreamView stream = desk.make("strict", IdRule.GIVEN, "", IdRule.GIVEN, "");
        StreamSender sender = to(stream);
        sender.enqueueMessage("no message id", MessageIds.NONE.inBatch("b"));
        sender.enqueueMessage("no batch id", MessageIds.message("1"));
        device.createStreamSender(new StreamName("plant", "nobody-made-it"), Compression.UNCOMPRESSED)
                .enqueueMessage("no stream", MessageIds.NONE);
        sender.sendMessage("right", MessageIds.message("1").inBatch("b"));
        assertThat(texts(desk.messages(stream, 1))).containsExactly("right");
        List<MessageView> dead = desk.deadLetters(id, 3);
        assertThat(texts(dead)).containsExactly("no message id", "no batch id", "no stream");
        assertThat(values(dead, "signalbox-dead"))
                .containsExactly("message-id-missing", "batch-id-missing", "stream-not-known");
        assertThat(device.account().forwarded()).isEqualTo(4);
    }

    @Test
    void aMessageIsTakenOnceInItsBatchAndSaysItsSite() throws Exception {
        StreamView stream = desk.make("once", IdRule.GIVEN, "", IdRule.GIVEN, "");
        StreamSender sender = to(stream).withSite("hall 2 & yard");
        for (String ids : List.of("b1/1", "b1/2", "b1/1", "b2/1", "b2/1")) {
            String[] parts = ids.split("/", -1);
            sender.enqueueMessage(ids, MessageIds.message(parts[1]).inBatch(parts[0]));
        }
        sender.sendMessage("last", MessageIds.message("9").inBatch("b2"));
        List<MessageView> messages = desk.messages(stream, 4);
        assertThat(texts(messages)).containsExactly("b1/1", "b1/2", "b2/1", "last");
        assertThat(values(messages, "site-id")).containsOnly("hall 2 & yard");
        assertThat(desk.channel(stream))
                .extracting(message -> message.path("site.id").asString())
                .containsOnly("hall 2 & yard");
    }

    @Test
    void aPayloadThatIsTooLargeForAMessageArrivesWholeInItsStream() throws Exception {
        StreamView stream = plain("pictures");
        byte[] picture = new byte[1_000_000];
        new Random(5).nextBytes(picture);
        to(stream).enqueueMessage(picture, MessageIds.message("picture"));
        to(stream).sendMessage(Arrays.copyOf(picture, 250_000), MessageIds.message("small enough"));
        List<MessageView> messages = desk.messages(stream, 2);
        assertThat(values(messages, "has-externalized-payload")).containsExactly("true", "-");
        assertThat(messages).extracting(MessageView::size).containsExactly(1_000_000L, 250_000L);
        assertThat(desk.payload(stream, 0)).isEqualTo(picture);
        JsonNode told = desk.channel(stream).getFirst();
        assertThat(told.path("payload.size").asLong()).isEqualTo(picture.length);
        assertThat(desk.fetch(told.path("payload.url").asString())).isEqualTo(picture);
    }
}
