// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.account;

import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.AccountRecords.News;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/// What became of each device's messages, as the device says it, beside what the hub counted. News of many devices are
/// written together, some seconds after they came: a commit for each would cost more than all they say.
public final class Accounts implements AutoCloseable {
    private static final Duration GATHERING = Duration.ofSeconds(2);
    private static final int AT_ONCE = 1000;
    private static final long MOST = 1L << 53;

    private final RegistryStore store;
    private final Notices notices;
    private final Clock clock;
    private final Map<DeviceId, News> news = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon(true).name("accounts").factory(), new ThreadPoolExecutor.DiscardPolicy());

    public Accounts(RegistryStore store, Notices notices, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.clock = clock;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Keeps what a device told, also when it does not agree: that is for people to see. Throws ProblemException when
    /// no account can be like that.
    public void told(DeviceId device, Account account) {
        boolean possible = LongStream.of(
                        account.taken(),
                        account.forwarded(),
                        account.waiting(),
                        account.expired(),
                        account.displaced(),
                        account.damaged(),
                        account.refused(),
                        account.waitingBytes())
                .allMatch(count -> 0 <= count && count <= MOST);
        if (!possible) {
            throw new ProblemException(AccountProblems.impossible());
        }
        add(device, News.told(account, clock.instant()));
    }

    /// Counts a message of a device that tells an account.
    ///
    /// @param fresh whether it was stored; else it had come before
    public void counted(DeviceId device, boolean fresh) {
        add(device, News.counted(fresh, clock.instant()));
    }

    /// What was written last, which is some seconds old at most. Throws ProblemException where the device told none.
    public AccountView get(DeviceId device) {
        return store.read(records -> {
            if (records.devices().find(device).isEmpty()) {
                throw new ProblemException(AccountProblems.noDevice(device));
            }
            return records.accounts()
                    .find(device)
                    .orElseThrow(() -> new ProblemException(AccountProblems.none(device)));
        });
    }

    private void add(DeviceId device, News more) {
        news.merge(device, more, News::and);
        writeSoon();
    }

    private void writeSoon() {
        if (asked.compareAndSet(false, true)) {
            var _ = thread.schedule(this::write, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Others get their turn at the disk between one thousand devices and the next. What comes meanwhile is
    /// gathered again.
    private void write() {
        asked.set(false);
        List<DeviceId> devices = List.copyOf(news.keySet());
        boolean written = true;
        for (int next = 0; written && next < devices.size(); next += AT_ONCE) {
            written = isWritten(take(devices.subList(next, Math.min(next + AT_ONCE, devices.size()))));
        }
        if (!news.isEmpty()) {
            writeSoon();
        }
    }

    private Map<DeviceId, News> take(List<DeviceId> devices) {
        Map<DeviceId, News> some = new HashMap<>();
        for (DeviceId device : devices) {
            News one = news.remove(device);
            if (one != null) {
                some.put(device, one);
            }
        }
        return some;
    }

    private boolean isWritten(Map<DeviceId, News> some) {
        try {
            store.commit(records -> {
                records.accounts().put(some);
                return some.size();
            });
            return true;
        } catch (RuntimeException storeAtFault) {
            notices.failed(AccountProblems.notWritten(storeAtFault));
            some.forEach((device, one) -> news.merge(device, one, (later, earlier) -> earlier.and(later)));
            writeSoon();
            return false;
        }
    }

    /// Writes what is new, then stops.
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
        write();
    }
}
