// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.util.List;
import java.util.Optional;

/// A release the hub has. Its signature was checked when it was taken; what a node is ordered it checks again.
///
/// @param digest digest of the envelope's payload
record TakenRelease(ReleaseManifest manifest, Digest digest) {
    static Optional<TakenRelease> find(Records records, long number) {
        return records.releases().envelope(number).map(envelope -> {
            byte[] payload = Dsse.payload(envelope);
            return new TakenRelease(Json.read(payload, ReleaseManifest.class), Digests.of(payload));
        });
    }

    List<StepAddress> stepsOf(StoredDevice device) {
        return manifest.steps().stream()
                .filter(step -> step.assignment().reaches(device.id().value(), device.tags()))
                .map(ReleaseManifest.Step::address)
                .toList();
    }
}
