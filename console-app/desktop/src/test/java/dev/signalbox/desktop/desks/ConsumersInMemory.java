// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.desktop.access.AccessPage;
import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.workbench.consumer.ConsumerTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Consumer tokens, and the streams they read, as a hub would keep them, in this object.
public final class ConsumersInMemory implements ConsumerTokens {
    public static final String SECRET = "sbc_" + "q7Zb".repeat(10) + "k3A";

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final List<StreamView> streams = new CopyOnWriteArrayList<>();
    public volatile Optional<Problem> refusal = Optional.empty();
    private final TreeMap<String, ConsumerTokenView> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public ConsumersInMemory() {
        stream(0, new StreamName("", "dead-letters"), 0, 3);
        stream(1, new StreamName("default", "default"), 10_000, 1_284_117);
        stream(2, new StreamName("plant", "pumps"), 0, 48_210_600_000L);
    }

    public void stream(long number, StreamName name, long oldest, long next) {
        streams.add(new StreamView(
                number, name, StreamRules.USUAL, oldest, next, next - oldest, Optional.of(Instant.now())));
    }

    public AccessPage.Programs programs() {
        return new AccessPage.Programs(this, () -> List.copyOf(streams));
    }

    /// Puts one in that is there already.
    public synchronized void has(
            String name,
            List<Long> channels,
            Optional<Instant> expires,
            Optional<Instant> used,
            Map<Long, Long> marks) {
        all.put(
                name,
                new ConsumerTokenView(
                        name, channels, Instant.parse("2026-10-02T08:15:00Z"), "owner", expires, used, marks));
    }

    @Override
    public synchronized List<ConsumerTokenView> list() {
        return List.copyOf(all.values());
    }

    @Override
    public synchronized ConsumerTokenMade make(NewConsumerToken token) {
        refusal.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        calls.add("make " + token.name() + " " + token.channels() + " "
                + token.expires().isPresent());
        has(token.name(), token.channels(), token.expires(), Optional.empty(), Map.of());
        return new ConsumerTokenMade(all.get(token.name()), SECRET);
    }

    @Override
    public synchronized void delete(String name) {
        calls.add("delete " + name);
        all.remove(name);
    }

    @Override
    public String curl(long channel, String secret) {
        return "curl --cacert ca-certificate.pem --get https://hub.north.example:8443/gw/channels/" + channel
                + "/messages --header 'Authorization: FlespiToken " + secret
                + "' --data-urlencode 'data={\"curr_key\":0,\"timeout\":10}'";
    }
}
