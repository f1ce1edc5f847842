// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.cloud;

import dev.signalbox.hub.store.CloudMessageRecords;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredCloudMessage;
import dev.signalbox.hub.store.StoredFeedback;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What happens to the queues, inside a transaction at a given time.
record Queue(CloudMessageRecords messages, Instant now) {
    static final int MOST_DELIVERIES = 10;

    private static final int MOST_AT_ONCE = 1000;

    static Queue in(Records records, Instant now) {
        return new Queue(records.cloudMessages(), now);
    }

    /// Adds a message; returns its id for the sender.
    String add(DeviceId device, CloudMessage message) {
        expire();
        if (messages.of(device).size() >= CloudMessages.MOST_WAITING) {
            throw new ProblemException(CloudProblems.queueFull(device));
        }
        var bag = message.bagFor(device);
        Instant end = now.plus(message.timeToLive());
        messages.add(new StoredCloudMessage(0, device, bag, message.body(), end, "", 0));
        return bag.getOrDefault("$.mid", "");
    }

    /// Locks for this connection what it does not have yet, and returns that.
    List<StoredCloudMessage> take(DeviceId device, String lock) {
        expire();
        var taken = new ArrayList<StoredCloudMessage>();
        for (StoredCloudMessage message : messages.of(device)) {
            if (message.lockedBy().equals(lock)) {
                continue;
            }
            if (message.deliveries() >= MOST_DELIVERIES) {
                end(message, Outcome.DELIVERY_COUNT_EXCEEDED);
            } else {
                messages.lock(message.id(), lock);
                taken.add(message);
            }
        }
        return taken;
    }

    /// The device has it. One that has expired or was purged meanwhile is no matter.
    boolean complete(DeviceId device, long id) {
        var message = messages.find(device, id);
        message.ifPresent(found -> end(found, Outcome.SUCCESS));
        return message.isPresent();
    }

    int purge(DeviceId device) {
        List<StoredCloudMessage> all = messages.of(device);
        all.forEach(message -> end(message, Outcome.PURGED));
        return all.size();
    }

    int expire() {
        List<StoredCloudMessage> over = messages.expired(now, MOST_AT_ONCE);
        over.forEach(message -> end(message, Outcome.EXPIRED));
        return over.size();
    }

    private void end(StoredCloudMessage message, Outcome outcome) {
        messages.delete(message.id());
        if (outcome.isWanted(message.properties())) {
            String id = message.properties().getOrDefault("$.mid", "");
            messages.addFeedback(new StoredFeedback(0, message.device(), id, outcome.wireName(), now));
        }
    }
}
