// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.DeadLetters.ReasonCount;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.NewClearing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How dead letters leave a hub that is in memory: half of them by the first look, and the rest when `goOn` is called.
public final class LettersInMemory {
    private final List<MessageView> all;
    private final Set<Long> left = new HashSet<>();
    private Optional<ClearingView> clearing = Optional.empty();
    private Set<Long> leaving = Set.of();

    LettersInMemory(List<MessageView> all) {
        this.all = all;
    }

    long left(long stream) {
        return stream == 0 ? left.size() : 0;
    }

    boolean isThere(long stream, MessageView message) {
        return stream != 0 || !left.contains(message.key());
    }

    private Stream<MessageView> there() {
        return all.stream().filter(message -> isThere(0, message));
    }

    private static String reason(MessageView message) {
        return message.properties().getOrDefault("signalbox-dead", "");
    }

    DeadLetters list() {
        Map<String, Long> reasons =
                there().collect(Collectors.groupingBy(LettersInMemory::reason, TreeMap::new, Collectors.counting()));
        return new DeadLetters(
                reasons.entrySet().stream()
                        .map(one -> new ReasonCount(one.getKey(), one.getValue()))
                        .toList(),
                false,
                clearing);
    }

    ClearingView clear(NewClearing wanted) {
        leaving = there().filter(message -> wanted.keys().isEmpty()
                        ? reason(message).equals(wanted.reason())
                        : wanted.keys().contains(message.key()))
                .map(MessageView::key)
                .collect(Collectors.toSet());
        return told(wanted, leaving.size() / 2, true);
    }

    /// What was asked for ends.
    public synchronized void goOn() {
        ClearingView before = clearing.orElseThrow();
        left.addAll(leaving);
        told(new NewClearing(before.way(), before.reason(), List.of()), leaving.size(), false);
    }

    private ClearingView told(NewClearing wanted, long done, boolean running) {
        Instant at = Instant.parse("2026-11-21T12:10:00Z");
        var now = new ClearingView(wanted.way(), wanted.reason(), leaving.size(), done, 0, at, "ada.lovelace", running);
        clearing = Optional.of(now);
        return now;
    }
}
