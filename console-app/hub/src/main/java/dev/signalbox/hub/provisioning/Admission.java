// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredOperation.Decision;
import dev.signalbox.hub.store.StoredOperation.Subject;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Lets a device in, inside a transaction: makes it, or has it take the place of one of that id.
///
/// @param tags what it is tagged with, beside what a replaced one has
/// @param by who decided, in a word or two
record Admission(DeviceId id, Map<String, String> tags, boolean replace, String by) {
    /// The operation, approved. All others that wait for this id are cancelled, and those that gave it before.
    StoredOperation admit(Change change, StoredOperation operation) {
        Records records = change.records();
        Optional<StoredDevice> before = records.devices().find(id);
        if (before.isPresent() && !replace) {
            throw new ProblemException(ProvisioningProblems.exists(id));
        }
        if (before.isPresent()) {
            // what it replaces would be cut off, and nothing could come in its place
            Gate.check(records);
            records.registrationTokens().deleteOf(id);
            Closing.renewKeys(change, id);
        } else {
            Devices.add(records, new StoredDevice(id, Devices.key(), Devices.key(), Map.of(), Optional.empty()));
            change.news().changed(id);
        }
        tag(records, before);
        closeOthers(change, operation);
        return approve(change, operation);
    }

    private void tag(Records records, Optional<StoredDevice> before) {
        var all = new TreeMap<String, String>();
        before.ifPresent(device -> all.putAll(device.tags()));
        all.putAll(tags);
        if (!tags.isEmpty()) {
            Devices.setTags(records, id, all);
        }
        // a link that is to hear of it is dropped, and asks when it is back
        var _ = Orders.renew(records, records.devices().find(id).orElseThrow());
    }

    private void closeOthers(Change change, StoredOperation operation) {
        change.records().operations().of(id).stream()
                .filter(other -> !other.id().equals(operation.id()))
                .map(other -> Closing.settled(change, other))
                .filter(other -> other.state().canBecome(OperationState.CANCELLED))
                .forEach(other -> Closing.end(change, other, OperationState.CANCELLED, by));
    }

    private StoredOperation approve(Change change, StoredOperation operation) {
        String generation =
                change.records().registrations().find(id).orElseThrow().generation();
        var approved = operation.approved(
                new Subject(operation.subject().wanted(), Optional.of(id), generation),
                change.now().plus(Lives.COLLECTING),
                new Decision(Optional.of(change.now()), by));
        change.records().operations().put(approved);
        change.news().operation(approved.id());
        return approved;
    }
}
