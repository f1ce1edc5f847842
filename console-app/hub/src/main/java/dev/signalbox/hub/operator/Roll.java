// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.hub.store.OperatorRecords;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredBearer;
import dev.signalbox.hub.store.StoredOperator;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Operators and their sessions as they are now, also in memory, because each request asks. For all threads.
final class Roll {
    /// A session of who has a password ends when it was not used for so long.
    private static final Duration IDLE = Duration.ofDays(30);

    private final RegistryStore store;
    private final Clock clock;
    /// When the use of a session was written down last.
    private final Map<Digest, Instant> noted = new ConcurrentHashMap<>();

    private volatile Picture picture;
    private volatile Consumer<String> whenChanged = _ -> {};

    private record Picture(Map<String, StoredOperator> operators, Map<Digest, StoredBearer> bearers) {
        static Picture of(Records records) {
            return new Picture(
                    records.operators().all().stream()
                            .collect(Collectors.toUnmodifiableMap(StoredOperator::name, Function.identity())),
                    records.operators().bearers().stream()
                            .collect(Collectors.toUnmodifiableMap(StoredBearer::digest, Function.identity())));
        }
    }

    Roll(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.picture = store.read(Picture::of);
    }

    /// Says what else is to be done when an operator may do less than before.
    void watch(Consumer<String> changed) {
        whenChanged = changed;
    }

    /// By name.
    List<StoredOperator> all() {
        return picture.operators().values().stream()
                .sorted(Comparator.comparing(StoredOperator::name))
                .toList();
    }

    Optional<StoredOperator> find(String name) {
        return Optional.ofNullable(picture.operators().get(name));
    }

    /// Who shows this bearer, if he may come in. Does not wait for anything.
    Optional<Caller> caller(String bearer) {
        Picture now = picture;
        return Optional.ofNullable(now.bearers().get(Digests.of(bearer)))
                .flatMap(session -> Optional.ofNullable(now.operators().get(session.name()))
                        .filter(operator -> !idles(operator) || !isIdle(session)))
                .filter(operator -> operator.mayComeAt(clock.instant()))
                .map(operator -> new Caller(operator.name(), operator.kind(), operator.role()));
    }

    private boolean isIdle(StoredBearer session) {
        Instant last = noted.getOrDefault(session.digest(), session.used());
        return last.plus(IDLE).isBefore(clock.instant());
    }

    /// When an operator last asked for anything, to the hour.
    Optional<Instant> lastUse(String name) {
        return picture.bearers().values().stream()
                .filter(bearer -> bearer.name().equals(name))
                .map(bearer -> noted.getOrDefault(bearer.digest(), bearer.used()))
                .max(Instant::compareTo);
    }

    /// Notes that a session is used, once an hour. Does not wait.
    void used(String bearer) {
        Digest digest = Digests.of(bearer);
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(noted.put(digest, hour))) {
            var _ = store.commitLater(records -> {
                records.operators().useBearer(digest, hour);
                return hour;
            });
        }
    }

    /// Begins a session and answers its bearer, told this once; for an operator who is still what he was when his
    /// password was looked at, which takes a while.
    String grant(StoredOperator checked) {
        String bearer = Secrets.random();
        change(operators -> {
            mustBeStill(operators, checked);
            operators.addBearer(new StoredBearer(Digests.of(bearer), checked.name(), clock.instant()));
        });
        return bearer;
    }

    /// Throws when an operator was changed since.
    static void mustBeStill(OperatorRecords operators, StoredOperator seen) {
        if (!operators.all().contains(seen)) {
            throw new ProblemException(OperatorProblems.signInRefused());
        }
    }

    /// Forgets sessions that nobody used for long.
    void tidy() {
        change(operators -> operators.bearers().stream()
                .filter(this::isIdle)
                .filter(session -> find(session.name()).filter(this::idles).isPresent())
                .forEach(session -> operators.deleteBearer(session.digest())));
    }

    /// Whether sessions of such an operator end when nobody uses them: who could not come in again keeps his.
    private boolean idles(StoredOperator operator) {
        return operator.pass().password().isPresent();
    }

    /// Changes what is on the disk, then what is in memory.
    void change(Consumer<OperatorRecords> work) {
        changeAll(records -> work.accept(records.operators()));
    }

    void changeAll(Consumer<Records> work) {
        store.commit(
                records -> {
                    work.accept(records);
                    return Picture.of(records);
                },
                now -> {
                    picture = now;
                    noted.keySet().retainAll(now.bearers().keySet());
                });
    }

    /// Changes an operator that there is. Who may do less has to be told so: his open streams end.
    StoredOperator change(String name, Function<StoredOperator, StoredOperator> edit, boolean endsSessions) {
        change(operators -> {
            StoredOperator before = operators.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(OperatorProblems.notKnown(name)));
            operators.put(edit.apply(before));
            if (endsSessions) {
                operators.deleteBearers(name);
            }
        });
        whenChanged.accept(name);
        return find(name).orElseThrow(() -> new ProblemException(OperatorProblems.notKnown(name)));
    }

    /// Takes an operator out, with all that lets it in.
    void remove(String name) {
        change(operators -> operators.delete(name));
        whenChanged.accept(name);
    }
}
