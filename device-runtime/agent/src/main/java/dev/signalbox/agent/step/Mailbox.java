// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What a step has yet to do, in order. It belongs to the step and not to what runs it: when another run or another
/// version takes over, what waits is still here. Messages are bounded, in number and in memory; what the runtime itself
/// says is not, and is little.
public final class Mailbox {
    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_IN_A_HURRY = 10 * MOST_MESSAGES;
    private static final int AT_ONCE = 64;
    /// Who waits for room is woken when there is so much of it, because waking a thread costs as much as ten messages.
    private static final int MUCH_ROOM = MOST_MESSAGES / 2;
    private static final int TRIES = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<Item> items = new ArrayDeque<>();
    private final Tally tally;
    private final Backlog.Part backlog = Backlog.OF_THE_NODE.partOf(this);
    private final Pace pace = new Pace();
    private int messages;
    private int sendersWaiting;
    private boolean takerWaits;
    private boolean shut;

    /// Of a step that is new here.
    public Mailbox() {
        this(new Tally());
    }

    private Mailbox(Tally tally) {
        this.tally = tally;
    }

    /// An empty one of the same step, when this one is shut.
    Mailbox afresh() {
        return new Mailbox(tally);
    }

    /// What became of a message.
    public enum Answer {
        TAKEN,
        FULL,
        SHUT
    }

    /// Adds a message; waits for room at most so long, and then takes what little there is. An interrupt ends the
    /// waiting and stays set.
    public Answer offer(Item.Delivery message, long waitMillis) {
        enter();
        try {
            awaitRoom(TimeUnit.MILLISECONDS.toNanos(waitMillis));
            return shut ? Answer.SHUT : isFull() ? Answer.FULL : added(message);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return shut ? Answer.SHUT : Answer.FULL;
        } finally {
            lock.unlock();
        }
    }

    /// Adds a message beyond the bound: from a step that is about to end and must not wait.
    public Answer force(Item.Delivery message) {
        lock.lock();
        try {
            return shut ? Answer.SHUT : messages >= MOST_IN_A_HURRY ? Answer.FULL : added(message);
        } finally {
            lock.unlock();
        }
    }

    /// Whoever is inside leaves within a few microseconds, unless its processor is taken from it.
    private void enter() {
        for (int i = 0; i < TRIES; i++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    private void awaitRoom(long nanos) throws InterruptedException {
        sendersWaiting++;
        try {
            long left = nanos;
            while (!shut && isFull() && left > 0) {
                long turn = Math.min(left, Backlog.LOOK_AGAIN_NANOS);
                left -= turn - room.awaitNanos(turn);
            }
        } finally {
            sendersWaiting--;
        }
    }

    private boolean isFull() {
        return messages >= MOST_MESSAGES || backlog.isTooMuch();
    }

    private Answer added(Item.Delivery message) {
        count(message, 1);
        items.add(message);
        wake();
        return Answer.TAKEN;
    }

    private void count(Item.Delivery message, int sign) {
        messages += sign;
        backlog.add(sign * message.weight());
    }

    void tell(StepTask task) {
        lock.lock();
        try {
            items.add(new Item.Word(task));
            wake();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (takerWaits) {
            some.signal();
        }
    }

    /// Takes the next few, in order; waits for the first at most so long, and takes none after that.
    void take(Taken into, long nanos) throws InterruptedException {
        if (isEmpty()) {
            pace.giveWay(nanos);
        }
        enter();
        try {
            awaitSome(nanos);
            List<Item> few = removed();
            into.addAll(few);
            pace.took(few.size());
        } finally {
            lock.unlock();
        }
    }

    private void awaitSome(long nanos) throws InterruptedException {
        takerWaits = true;
        try {
            long left = nanos;
            while (items.isEmpty() && left > 0) {
                left = some.awaitNanos(left);
            }
        } finally {
            takerWaits = false;
        }
    }

    private List<Item> removed() {
        var few = new ArrayList<Item>(Math.min(AT_ONCE, items.size()));
        int gone = 0;
        long weight = 0;
        while (few.size() < AT_ONCE && !items.isEmpty()) {
            Item item = items.remove();
            few.add(item);
            if (item instanceof Item.Delivery message) {
                gone++;
                weight += message.weight();
            }
        }
        gone(gone, weight);
        return few;
    }

    private void gone(int fewer, long weight) {
        messages -= fewer;
        backlog.add(-weight);
        if (sendersWaiting > 0 && messages <= MOST_MESSAGES - MUCH_ROOM) {
            room.signalAll();
        }
    }

    /// What was taken and not done comes first again, in its order.
    void putBack(List<? extends Item> rest) {
        lock.lock();
        try {
            for (Item item : rest.reversed()) {
                items.addFirst(item);
                if (item instanceof Item.Delivery message) {
                    count(message, 1);
                }
            }
            wake();
        } finally {
            lock.unlock();
        }
    }

    /// What the step has done so far.
    Tally tally() {
        return tally;
    }

    /// How many messages wait.
    int waiting() {
        lock.lock();
        try {
            return messages;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return items.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Takes no messages any more and gives those that wait.
    List<Item.Delivery> shut() {
        lock.lock();
        try {
            shut = true;
            List<Item.Delivery> waiting = items.stream()
                    .filter(Item.Delivery.class::isInstance)
                    .map(Item.Delivery.class::cast)
                    .toList();
            items.clear();
            waiting.forEach(message -> count(message, -1));
            room.signalAll();
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
