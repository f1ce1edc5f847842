// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.tls.Trusting;
import dev.signalbox.workbench.session.Workbench;
import dev.signalbox.workbench.stream.MessageSearch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Streams as an operator reads them, and as a program does with the call of flespi's channels.
final class StreamDesk implements AutoCloseable {
    private final Workbench workbench;
    private final HttpClient http;
    private final String secret;

    StreamDesk(Workbench workbench) {
        this.workbench = workbench;
        this.http = HttpClient.newBuilder()
                .sslContext(Trusting.context(workbench.contact().caPem()))
                .build();
        this.secret = workbench
                .consumerTokens()
                .make(new NewConsumerToken("story", List.of(), Optional.empty()))
                .secret();
    }

    /// A stream of the group `plant`.
    StreamView make(String name, IdRule messages, String messagePattern, IdRule batches, String batchPattern) {
        var rules = new StreamRules(
                messages, messagePattern, batches, batchPattern, Concatenation.WITH_NEW_LINES, 0, true, "");
        return workbench.streams().make(new NewStream(new StreamName("plant", name), rules));
    }

    /// Its messages, once there are so many.
    List<MessageView> messages(StreamView stream, int many) {
        return Await.value(
                many + " messages in " + stream.name(),
                Site.SOON,
                () -> Optional.of(all(stream.number())).filter(all -> all.size() >= many));
    }

    private List<MessageView> all(long stream) {
        return workbench.streams().messages(stream, MessageSearch.all(1000)).messages();
    }

    /// Dead letters of that device, once there are so many.
    List<MessageView> deadLetters(String device, int many) {
        return Await.value(many + " dead letters of " + device, Site.SOON, () -> {
            List<MessageView> his = all(0).stream()
                    .filter(message -> message.device().value().equals(device))
                    .toList();
            return Optional.of(his).filter(found -> found.size() >= many);
        });
    }

    static List<String> texts(List<MessageView> messages) {
        return messages.stream()
                .map(message -> new String(Base64.getDecoder().decode(message.head()), StandardCharsets.UTF_8))
                .toList();
    }

    /// The values of one property; `-` where it is not there.
    static List<String> values(List<MessageView> messages, String property) {
        return messages.stream()
                .map(message -> message.properties().getOrDefault(property, "-"))
                .toList();
    }

    List<BatchView> batches(StreamView stream, String device) {
        return workbench.streams().batches(stream.number(), Optional.of(new DeviceId(device)), "");
    }

    /// A batch of that device, once it is closed.
    BatchView closed(StreamView stream, String device, String batch) {
        return Await.value(
                "batch " + batch + " is closed",
                Site.SOON,
                () -> batches(stream, device).stream()
                        .filter(view ->
                                view.batch().equals(batch) && view.closed().isPresent())
                        .findFirst());
    }

    String content(StreamView stream, BatchView batch, Optional<Concatenation> join) {
        var content = new ByteArrayOutputStream();
        workbench.streams().batch(stream.number(), batch, join, content);
        return content.toString(StandardCharsets.UTF_8);
    }

    byte[] payload(StreamView stream, long key) {
        var content = new ByteArrayOutputStream();
        workbench.streams().payload(stream.number(), key, content);
        return content.toByteArray();
    }

    /// What a program is given of a stream from its beginning.
    List<JsonNode> channel(StreamView stream) throws IOException, InterruptedException {
        String data = URLEncoder.encode("{\"curr_key\":0,\"timeout\":10}", StandardCharsets.UTF_8);
        byte[] answer = fetch("/gw/channels/" + stream.number() + "/messages?data=" + data);
        return Json.readTree(answer).path("result").valueStream().toList();
    }

    /// What a program fetches from a path that a message named.
    byte[] fetch(String path) throws IOException, InterruptedException {
        var hub = workbench.contact().address();
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + hub.httpsPort() + path))
                .header("Authorization", "FlespiToken " + secret)
                .build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }

    @Override
    public void close() {
        http.close();
    }
}
