// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.twin;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.Reserved;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Twins of devices and modules: what each should be (desired) and what it says it is (reported).
public final class Twins {
    private final RegistryStore store;
    private final List<Consumer<DesiredChange>> watchers = new CopyOnWriteArrayList<>();

    public Twins(RegistryStore store) {
        this.store = store;
    }

    public StoredTwin get(ClientId id) {
        return store.read(records -> get(records, id));
    }

    /// Applies a device's or module's patch to what it reports; the future holds the new version once it is durable.
    public CompletableFuture<Long> report(ClientId id, JsonNode patch, OptionalLong baseVersion) {
        ObjectNode checked = TwinRules.reportable(patch);
        return store.commitLater(records -> {
            StoredTwin twin = get(records, id);
            if (baseVersion.isPresent() && baseVersion.getAsLong() != twin.reportedVersion()) {
                throw new ProblemException(TwinProblems.changedMeanwhile());
            }
            StoredTwin changed =
                    twin.withReported(TwinRules.sized(MergePatch.apply(twin.reported(), checked)), checked);
            records.twins().put(id, changed);
            return changed.reportedVersion();
        });
    }

    /// Sets the hub's own desired property, inside a transaction; publish the change once that is committed.
    public static DesiredChange order(Records records, DeviceId id, Object order) {
        ObjectNode patch = Json.mapper().createObjectNode();
        JsonNode value = Json.mapper().valueToTree(order);
        patch.set(Reserved.TWIN_PROPERTY.wireName(), value);
        StoredTwin changed = get(records, ClientId.of(id));
        ObjectNode desired = changed.desired().deepCopy();
        desired.set(Reserved.TWIN_PROPERTY.wireName(), value);
        changed = changed.withDesired(desired, patch);
        records.twins().put(id, changed);
        return new DesiredChange(id, patch, changed.desiredVersion());
    }

    /// Tells those who watch, in the order of the changes. For devices apply patches as they come, this is done while
    /// committing: `RegistryStore.commit(work, telling)`.
    public void publish(List<DesiredChange> changes) {
        changes.forEach(change -> watchers.forEach(watcher -> watcher.accept(change)));
    }

    public void watch(Consumer<DesiredChange> watcher) {
        watchers.add(watcher);
    }

    private static StoredTwin get(Records records, ClientId id) {
        return records.twins().find(id).orElseThrow(() -> new ProblemException(TwinProblems.notKnown(id)));
    }
}
