// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Trust;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Numbered, signed releases. One is taken whole or not at all: stored, its versions frozen and every node's order
/// changed in one transaction.
public final class Releases {
    private final RegistryStore store;
    private final Orders orders;

    public Releases(RegistryStore store, Orders orders) {
        this.store = store;
        this.orders = orders;
    }

    public List<ReleaseSummary> history() {
        return store.read(records -> records.releases().summaries());
    }

    public Envelope envelope(long number) {
        return store.read(records -> records.releases()
                .envelope(number)
                .orElseThrow(() -> new ProblemException(ReleaseProblems.notKnown(number))));
    }

    /// Checks and takes a release, then tells the nodes.
    public ReleaseSummary add(NewRelease asked) {
        return store.commit(records -> take(records, asked), taken -> orders.publish(taken.changes()))
                .summary();
    }

    private static Taken take(Records records, NewRelease asked) {
        TrustDocument trust = TrustBook.inForce(records);
        ReleaseManifest manifest = Trust.openRelease(asked.envelope(), trust);
        if (!Trust.signers(asked.envelope(), trust).contains(manifest.createdBy())) {
            throw new ProblemException(ReleaseProblems.notTheAuthor(manifest.createdBy()));
        }
        ReleaseRules.check(records, manifest, asked.flowEtags());
        var summary = new ReleaseSummary(
                manifest.number(),
                Digests.of(Dsse.payload(asked.envelope())),
                manifest.createdAt(),
                manifest.createdBy(),
                manifest.note());
        records.releases().add(summary, asked.envelope());
        for (ReleaseManifest.Service service : manifest.services()) {
            ServiceDraft draft = records.services()
                    .find(service.name(), service.version())
                    .orElseThrow(() -> new ProblemException(ReleaseProblems.serviceMissing(service)));
            records.releases().addBundle(service.bundle(), draft.source().getBytes(StandardCharsets.UTF_8));
            records.services().freeze(service.name(), service.version(), manifest.number());
        }
        return new Taken(summary, Orders.resolveAll(records));
    }

    private record Taken(ReleaseSummary summary, List<DesiredChange> changes) {}
}
