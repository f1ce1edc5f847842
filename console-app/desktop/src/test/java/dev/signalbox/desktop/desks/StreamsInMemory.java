// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.workbench.stream.MessageSearch;
import dev.signalbox.workbench.stream.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Streams and their messages as a hub would keep them, in this object. It looks at few messages in one answer.
public final class StreamsInMemory implements Streams {
    private static final int LOOKED_AT = 2000;
    private static final int INLINE = 8192;
    private static final int A_PAGE = 3;

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public volatile Optional<Problem> down = Optional.empty();
    private final Map<Long, StreamView> streams = new TreeMap<>();
    private final Map<Long, List<MessageView>> messages = new ConcurrentHashMap<>();
    private final Map<Long, byte[]> payloads = new ConcurrentHashMap<>();
    private final List<BatchView> batches = new ArrayList<>();
    private final Map<Long, List<Consumer<LiveMessages>>> watchers = new ConcurrentHashMap<>();
    private final LettersInMemory letters;
    private int edition;

    public StreamsInMemory() {
        List<MessageView> dead = new CopyOnWriteArrayList<>();
        letters = new LettersInMemory(dead);
        add(0, new StreamName("", "dead-letters"), StreamRules.USUAL);
        messages.put(0L, dead);
        add(1, new StreamName("default", "default"), StreamRules.USUAL.withEtag("first"));
    }

    private StreamView add(long number, StreamName name, StreamRules rules) {
        messages.put(number, new CopyOnWriteArrayList<>());
        var view = new StreamView(number, name, rules, 0, 0, 0, Optional.empty());
        streams.put(number, view);
        return view;
    }

    /// A message comes; who watches hears of it.
    public synchronized MessageView comes(
            long stream, String device, Instant at, Map<String, String> properties, String payload) {
        return comes(stream, device, at, properties, payload.getBytes(StandardCharsets.UTF_8));
    }

    public synchronized MessageView comes(
            long stream, String device, Instant at, Map<String, String> properties, byte[] payload) {
        List<MessageView> all = messages.get(stream);
        boolean whole = payload.length <= INLINE;
        byte[] head = whole ? payload : Arrays.copyOf(payload, INLINE);
        var view = new MessageView(
                all.size(),
                at,
                new DeviceId(device),
                properties,
                payload.length,
                Base64.getEncoder().encodeToString(head),
                whole);
        all.add(view);
        payloads.put(1_000_000 * stream + view.key(), payload);
        StreamView had = streams.get(stream);
        streams.put(
                stream,
                new StreamView(
                        stream,
                        had.name(),
                        had.rules(),
                        had.oldestKey(),
                        all.size(),
                        all.size() - letters.left(stream),
                        Optional.of(at)));
        tell(stream, new LiveMessages(0, List.of(view)));
        return view;
    }

    /// Tells who watches.
    public void tell(long stream, LiveMessages what) {
        watchers.getOrDefault(stream, List.of()).forEach(one -> one.accept(what));
    }

    /// What a page opens to follow a stream.
    public AutoCloseable open(long stream, Consumer<LiveMessages> told) {
        calls.add("follow " + stream);
        watchers.computeIfAbsent(stream, its -> new CopyOnWriteArrayList<>()).add(told);
        return () -> {
            calls.add("leave " + stream);
            watchers.get(stream).remove(told);
        };
    }

    public synchronized void has(BatchView batch) {
        batches.add(batch);
    }

    @Override
    public synchronized List<StreamView> list() {
        answers();
        return List.copyOf(streams.values());
    }

    @Override
    public synchronized StreamView get(long number) {
        answers();
        return Optional.ofNullable(streams.get(number))
                .orElseThrow(() -> refusal("stream.not-known", "No such stream."));
    }

    @Override
    public synchronized StreamView make(NewStream stream) {
        answers();
        calls.add("make " + stream.name());
        return add(
                streams.keySet().stream().mapToLong(it -> it).max().orElse(0) + 1,
                stream.name(),
                stream.rules().withEtag("first"));
    }

    @Override
    public synchronized StreamView setRules(long number, StreamRules rules) {
        answers();
        StreamView had = get(number);
        calls.add("rules of " + number + " over " + rules.etag());
        if (!had.rules().etag().equals(rules.etag())) {
            throw refusal("stream.changed", "Somebody changed the rules of stream " + number + " meanwhile.");
        }
        var now = new StreamView(
                number,
                had.name(),
                rules.withEtag("etag-" + ++edition),
                had.oldestKey(),
                had.nextKey(),
                had.kept(),
                had.lastAt());
        streams.put(number, now);
        return now;
    }

    @Override
    public synchronized void delete(long number) {
        answers();
        calls.add("delete " + number);
        streams.remove(number);
    }

    @Override
    public synchronized DeadLetters deadLetters() {
        answers();
        return letters.list();
    }

    @Override
    public synchronized ClearingView clear(NewClearing wanted) {
        answers();
        calls.add(wanted.way() + " " + wanted.reason() + wanted.keys());
        return letters.clear(wanted);
    }

    /// What was asked for of dead letters ends.
    public synchronized void clearingEnds() {
        letters.goOn();
        StreamView had = get(0);
        streams.put(
                0L,
                new StreamView(
                        0,
                        had.name(),
                        had.rules(),
                        had.oldestKey(),
                        had.nextKey(),
                        had.nextKey() - letters.left(0),
                        had.lastAt()));
    }

    @Override
    public synchronized MessagePage messages(long number, MessageSearch search) {
        answers();
        List<MessageView> all = messages.get(number);
        List<MessageView> found = new ArrayList<>();
        int at = (int) Math.min(search.from(), all.size());
        int end = Math.min(all.size(), at + LOOKED_AT);
        while (at < end && found.size() < search.most()) {
            MessageView one = all.get(at++);
            if (letters.isThere(number, one) && isWanted(search).test(one)) {
                found.add(one);
            }
        }
        return new MessagePage(found, 0, at);
    }

    private static Predicate<MessageView> isWanted(MessageSearch search) {
        return message -> search.device().stream().allMatch(message.device()::equals)
                && (text(message) + message.properties().values())
                        .toLowerCase(Locale.ROOT)
                        .contains(search.text().toLowerCase(Locale.ROOT));
    }

    private static String text(MessageView message) {
        return new String(Base64.getDecoder().decode(message.head()), StandardCharsets.UTF_8);
    }

    @Override
    public void payload(long number, long key, OutputStream into) {
        answers();
        calls.add("payload " + number + "/" + key);
        write(payloads.get(1_000_000 * number + key), into);
    }

    private static void write(byte[] bytes, OutputStream into) {
        try {
            into.write(bytes);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public synchronized List<BatchView> batches(long number, Optional<DeviceId> device, String after) {
        answers();
        return batches.stream()
                .filter(batch -> device.stream().allMatch(batch.device()::equals))
                .filter(batch -> (batch.device() + "/" + batch.batch()).compareTo(after) > 0)
                .limit(A_PAGE)
                .toList();
    }

    @Override
    public void batch(long number, BatchView batch, Optional<Concatenation> join, OutputStream into) {
        answers();
        calls.add("batch " + number + "/" + batch.batch() + " "
                + join.map(Enum::name).orElse("as the stream says"));
        write("one\ntwo\n".getBytes(StandardCharsets.UTF_8), into);
    }

    private void answers() {
        down.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private static ProblemException refusal(String code, String what) {
        return new ProblemException(new Problem(code, what, "Look at them again, then save."));
    }
}
