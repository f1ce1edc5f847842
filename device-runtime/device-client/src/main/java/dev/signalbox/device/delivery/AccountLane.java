// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.Uplink;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells the hub the device's account: after each sign-in, and then when it changed, every ten seconds at most. Quality
/// 0 and never through the outbox, for it must not count itself; one that is lost is followed by a newer one.
public final class AccountLane implements Lane {
    private static final long OFTEN = Duration.ofSeconds(10).toNanos();
    private static final Map<String, String> KIND = Map.of(Reserved.KIND.wireName(), Reserved.KIND_ACCOUNT);

    private final DeviceId device;
    private final Supplier<Account> books;
    private final LongSupplier nanos;
    private @Nullable Account told;
    private long toldAt;

    public AccountLane(DeviceId device, Supplier<Account> books) {
        this(device, books, System::nanoTime);
    }

    /// @param nanos a clock that nobody sets
    AccountLane(DeviceId device, Supplier<Account> books, LongSupplier nanos) {
        this.device = device;
        this.books = books;
        this.nanos = nanos;
    }

    @Override
    public void signedIn() {
        told = null;
    }

    @Override
    public void pump(Uplink uplink) {
        long now = nanos.getAsLong();
        if (told != null && now - toldAt < OFTEN) {
            return;
        }
        Account account = books.get();
        if (!account.equals(told)) {
            told = account;
            toldAt = now;
            var message = new Outgoing(device, Json.write(account), KIND);
            uplink.publish(message.topic(), message.payload(), 0, () -> {});
        }
    }
}
