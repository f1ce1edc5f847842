// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Trust;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Numbered, signed releases. One is taken whole or not at all: one transaction stores it, freezes its versions and
/// orders the first nodes to run it. The orders of the other nodes follow.
public final class Releases {
    private static final int PATIENCE_SECONDS = 5;

    private final RegistryStore store;
    private final Orders orders;
    private final OrderRounds rounds;
    private final Predicate<Digest> packages;

    /// @param packages whether the hub has a package
    public Releases(RegistryStore store, Orders orders, OrderRounds rounds, Predicate<Digest> packages) {
        this.store = store;
        this.orders = orders;
        this.rounds = rounds;
        this.packages = packages;
    }

    public List<ReleaseSummary> history() {
        return store.read(records -> records.releases().summaries());
    }

    public Envelope envelope(long number) {
        return store.read(records -> records.releases()
                .envelope(number)
                .orElseThrow(() -> new ProblemException(ReleaseProblems.notKnown(number))));
    }

    /// Checks and takes a release, then tells the nodes. When it returns all nodes have their orders, unless there are
    /// so many that this takes longer than some seconds, or it comes to them in stages: `Rollouts`.
    ///
    /// @param by the operator who made it
    public ReleaseSummary add(NewRelease asked, String by) {
        return add(asked, by, records -> {
            int needed = TrustBook.inForce(records).signaturesNeeded();
            if (needed > 1) {
                throw new ProblemException(ReleaseProblems.toBeProposed(needed));
            }
        });
    }

    /// The same for one that others have approved.
    ///
    /// @param also done in the same transaction; what it throws undoes all
    ReleaseSummary addApproved(NewRelease asked, String by, Consumer<Records> also) {
        return add(asked, by, also);
    }

    private ReleaseSummary add(NewRelease asked, String by, Consumer<Records> also) {
        return asked.rollout().isPresent()
                ? store.commit(records -> {
                    also.accept(records);
                    return takeInStages(records, asked, by);
                })
                : addAtOnce(asked, by, also);
    }

    /// Adds an operator's signature to a release that there is, so that it is believed when who signed it goes.
    public Envelope countersign(long number, Envelope.Signature signature, String by) {
        return store.commit(records -> {
            Envelope has = records.releases()
                    .envelope(number)
                    .orElseThrow(() -> new ProblemException(ReleaseProblems.notKnown(number)));
            Envelope signed = Signatures.added(has, signature, new Signatures.By(by, TrustBook.inForce(records)));
            records.releases().setEnvelope(number, signed);
            return signed;
        });
    }

    private ReleaseSummary addAtOnce(NewRelease asked, String by, Consumer<Records> also) {
        Taken taken = store.commit(
                records -> {
                    also.accept(records);
                    return new Taken(take(records, asked, by), Orders.renewFirst(records));
                },
                done -> orders.publish(done.first()));
        rounds.beginAfter(taken.first().last())
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return taken.summary();
    }

    private ReleaseSummary takeInStages(Records records, NewRelease asked, String by) {
        long base = records.rollouts().base();
        if (base == 0) {
            throw new ProblemException(ReleaseProblems.nothingToGoBackTo());
        }
        ReleaseSummary summary = take(records, asked, by);
        records.rollouts()
                .put(new StoredRollout(
                        summary.number(),
                        base,
                        asked.rollout().orElseThrow(),
                        RolloutState.PREPARING,
                        0,
                        summary.createdAt(),
                        Optional.empty()));
        return summary;
    }

    private record Taken(ReleaseSummary summary, Orders.First first) {}

    private ReleaseSummary take(Records records, NewRelease asked, String by) {
        Trust.openRelease(asked.envelope(), TrustBook.inForce(records));
        ReleaseManifest manifest = checked(records, asked, by);
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
            service.packages().forEach(one -> records.releases().addPackage(one.digest(), manifest.number()));
            records.services().freeze(service.name(), service.version(), manifest.number());
        }
        return summary;
    }

    /// The manifest, if all is well with it but that too few may have signed it.
    ReleaseManifest checked(Records records, NewRelease asked, String by) {
        TrustDocument trust = TrustBook.inForce(records);
        ReleaseManifest manifest = Trust.openProposal(asked.envelope(), trust);
        if (!manifest.createdBy().equals(by)
                || !Trust.signers(asked.envelope(), trust).contains(by)) {
            throw new ProblemException(ReleaseProblems.notTheAuthor(manifest.createdBy()));
        }
        if (manifest.isStaged() != asked.rollout().isPresent()) {
            throw new ProblemException(ReleaseProblems.stagedOtherwise(manifest.number()));
        }
        ReleaseRules.check(records, manifest, asked.flowEtags(), packages);
        return manifest;
    }
}
