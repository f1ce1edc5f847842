// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.store.ConsumerTokenRecords;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredConsumerToken;
import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/// The tokens of programs that read streams. The hub keeps digests of their secrets only, also in memory, because each
/// request asks. For all threads; all but `find` wait for the disk.
public final class ConsumerTokens {
    /// How a secret begins, so that people and scanners know it.
    public static final String PREFIX = "sbc_";

    private static final int LONGEST = 64;
    private static final int MOST = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegistryStore store;
    private final Clock clock;
    private final Uses uses;
    private volatile Map<Digest, StoredConsumerToken> known;

    public ConsumerTokens(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.uses = new Uses(store, clock);
        this.known = store.read(ConsumerTokens::byDigest);
    }

    private static Map<Digest, StoredConsumerToken> byDigest(Records records) {
        return records.consumerTokens().all().stream()
                .collect(Collectors.toUnmodifiableMap(StoredConsumerToken::digest, Function.identity()));
    }

    /// By name.
    public List<ConsumerTokenView> list() {
        return store.read(records -> records.consumerTokens().all().stream()
                .map(token -> view(token, records.consumerTokens().marks(token.digest())))
                .toList());
    }

    /// Makes a token and tells its secret, this once. Throws ProblemException where the name is taken or the end is
    /// past.
    ///
    /// @param by the operator who asks for it
    public ConsumerTokenMade make(NewConsumerToken wanted, String by) {
        TokenCheck.check(wanted, clock.instant());
        String secret = secret();
        var token = new StoredConsumerToken(
                Digests.of(secret),
                wanted.name().strip(),
                wanted.channels().stream().distinct().sorted().toList(),
                clock.instant(),
                by,
                wanted.expires(),
                Optional.empty());
        change(tokens -> {
            List<StoredConsumerToken> all = tokens.all();
            if (all.stream().anyMatch(one -> one.name().equalsIgnoreCase(token.name()))) {
                throw new ProblemException(ChannelProblems.nameTaken(token.name()));
            }
            if (all.size() >= MOST) {
                throw new ProblemException(ChannelProblems.tooMany(MOST));
            }
            tokens.add(token);
        });
        return new ConsumerTokenMade(view(token, Map.of()), secret);
    }

    /// Lets nobody read by it any more, from now on, and forgets how far its program has come.
    public void delete(String name) {
        change(tokens -> {
            if (tokens.all().stream().noneMatch(one -> one.name().equalsIgnoreCase(name))) {
                throw new ProblemException(ChannelProblems.noToken(name));
            }
            tokens.delete(name);
        });
    }

    /// The token of a secret, unless there is none or it has ended. Does not wait for anything.
    public Optional<StoredConsumerToken> find(String secret) {
        return find(Digests.of(secret.length() <= LONGEST ? secret : ""));
    }

    Optional<StoredConsumerToken> find(Digest digest) {
        return Optional.ofNullable(known.get(digest)).filter(token -> token.isGoodAt(clock.instant()));
    }

    /// How far a token's program has come in a channel; 0 if it never said so. A mark beyond the key that comes next
    /// was set before the channel began anew, and is forgotten: it would hide messages that the program never saw.
    ///
    /// @param nextKey asked after the mark was read, for both may grow meanwhile
    long mark(StoredConsumerToken token, long channel, LongSupplier nextKey) {
        long mark = store.read(records -> records.consumerTokens().marks(token.digest()))
                .getOrDefault(channel, 0L);
        if (mark <= nextKey.getAsLong()) {
            return mark;
        }
        store.commit(records -> {
            records.consumerTokens().forget(token.digest(), channel, mark);
            return channel;
        });
        return 0;
    }

    /// Looks at all marks, as `mark` does. To be called before a channel that began anew has grown.
    ///
    /// @param nextKeys the key that comes next in a channel
    public void forgetOldMarks(LongUnaryOperator nextKeys) {
        for (StoredConsumerToken token : known.values()) {
            store.read(records -> records.consumerTokens().marks(token.digest()))
                    .keySet()
                    .forEach(channel -> mark(token, channel, () -> nextKeys.applyAsLong(channel)));
        }
    }

    /// Says that a token's program needs nothing before a key any more. It is on the disk when this returns.
    void raise(StoredConsumerToken token, long channel, long key) {
        store.commit(records -> {
            records.consumerTokens().raise(token.digest(), channel, key);
            return key;
        });
    }

    /// Notes that a token was used, unless that was noted within the last minute.
    void used(StoredConsumerToken token) {
        uses.note(token);
    }

    private void change(Consumer<ConsumerTokenRecords> work) {
        store.commit(
                records -> {
                    work.accept(records.consumerTokens());
                    return byDigest(records);
                },
                now -> known = now);
    }

    private static ConsumerTokenView view(StoredConsumerToken token, Map<Long, Long> marks) {
        return new ConsumerTokenView(
                token.name(), token.channels(), token.made(), token.madeBy(), token.expires(), token.used(), marks);
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
