// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredTags;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Twins as back ends use them. A change of tags may order a node something else, in the same transaction; connected
/// devices are told of a change of what they should be.
public final class BackendTwins {
    private final RegistryStore store;
    private final Twins twins;
    private final Presence presence;
    private volatile Consumer<DeviceId> whenEdited = _ -> {};

    public BackendTwins(RegistryStore store, Twins twins, Presence presence) {
        this.store = store;
        this.twins = twins;
        this.presence = presence;
    }

    /// Says what else is to be done when a twin was edited.
    public void watch(Consumer<DeviceId> edited) {
        whenEdited = edited;
    }

    public ObjectNode get(ClientId id) {
        return store.read(records -> document(records, id));
    }

    /// A twin, and when either side of it last changed.
    public record Dated(ObjectNode document, StoredTwin.Times times) {}

    public Dated dated(ClientId id) {
        return store.read(
                records -> new Dated(document(records, id), twin(records, id).times()));
    }

    /// Changes a twin and returns it.
    ///
    /// @param etag of the twin this change was made from; `*` for any
    public ObjectNode edit(ClientId id, TwinEdit edit, String etag) {
        ObjectNode twin = store.commit(
                        records -> {
                            List<DesiredChange> changes = edit(records, id, edit, etag);
                            return new Edited(document(records, id), changes);
                        },
                        edited -> twins.publish(edited.changes()))
                .twin();
        whenEdited.accept(id.device());
        return twin;
    }

    private record Edited(ObjectNode twin, List<DesiredChange> changes) {}

    /// Changes a twin, inside a transaction; nothing is changed when it throws. Publish what it returns once that is
    /// committed.
    public static List<DesiredChange> edit(Records records, ClientId id, TwinEdit edit, String etag) {
        StoredTags tags = tags(records, id);
        StoredTwin twin = twin(records, id);
        if (!etag.equals("*") && !etag.equals(TwinDocument.etag(tags, twin))) {
            throw new ProblemException(BackendProblems.twinChangedMeanwhile(id));
        }
        ObjectNode tagsAfter = edit.tagsAfter(tags.document());
        ObjectNode desiredAfter = edit.desiredAfter(twin.desired());
        List<DesiredChange> changes = new ArrayList<>();
        desire(records, id, twin, desiredAfter).ifPresent(changes::add);
        if (tagsAfter.equals(tags.document())) {
            return changes;
        }
        records.twins().putTags(id, tagsAfter);
        if (id.module().isEmpty()) {
            StoredDevice device = records.devices().find(id.device()).orElseThrow();
            Orders.renew(records, device).ifPresent(changes::add);
        }
        return changes;
    }

    /// Tells devices of changes that are committed.
    public void publish(List<DesiredChange> changes) {
        twins.publish(changes);
    }

    private static Optional<DesiredChange> desire(Records records, ClientId id, StoredTwin twin, ObjectNode after) {
        ObjectNode patch = Difference.between(twin.desired(), after);
        if (patch.isEmpty()) {
            return Optional.empty();
        }
        StoredTwin changed = twin.withDesired(after, patch);
        records.twins().put(id, changed);
        return Optional.of(new DesiredChange(id, patch, changed.desiredVersion()));
    }

    /// The twin as back ends see it, inside a transaction.
    public ObjectNode document(Records records, ClientId id) {
        return records.twins().document(id, presence.isHere(id)).orElseThrow(() -> notKnown(id));
    }

    private static StoredTags tags(Records records, ClientId id) {
        return records.twins().tags(id).orElseThrow(() -> notKnown(id));
    }

    private static StoredTwin twin(Records records, ClientId id) {
        return records.twins().find(id).orElseThrow(() -> notKnown(id));
    }

    private static ProblemException notKnown(ClientId id) {
        return new ProblemException(id.module()
                .map(module -> BackendProblems.moduleNotKnown(id.device(), module))
                .orElseGet(() -> BackendProblems.deviceNotKnown(id.device())));
    }
}
