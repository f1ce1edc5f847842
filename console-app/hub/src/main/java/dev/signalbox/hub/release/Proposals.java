// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.operator.Caller;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredProposal;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.release.Approved;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Trust;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Releases that wait until as many operators have signed them as the trust document wants. One waits at a time, for
/// all would have the same number. What it is made from may be changed meanwhile; then it cannot be released any more.
public final class Proposals {
    private final RegistryStore store;
    private final Releases releases;
    private final Clock clock;

    public Proposals(RegistryStore store, Releases releases, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.clock = clock;
    }

    public List<Proposal> list() {
        return store.read(records ->
                open(records).stream().map(proposal -> view(records, proposal)).toList());
    }

    /// Checks a release as if it were made now, and keeps it.
    public Proposal make(NewRelease asked, Caller by) {
        return store.commit(records -> {
            if (open(records).isPresent()) {
                throw new ProblemException(ReleaseProblems.proposalWaits());
            }
            ReleaseManifest manifest = releases.checked(records, asked, by.name());
            var proposal = new StoredProposal(manifest.number(), asked, clock.instant(), by.name());
            records.proposals().put(proposal);
            return view(records, proposal);
        });
    }

    /// Adds an operator's signature, and releases when that is enough.
    public Approved approve(long number, Envelope.Signature signature, Caller by) {
        if (by.kind() == OperatorKind.PROGRAM) {
            throw new ProblemException(ReleaseProblems.programApproves());
        }
        StoredProposal signed = store.commit(records -> {
            StoredProposal proposal = find(records, number);
            StoredProposal next = with(records, proposal, signature, by.name());
            records.proposals().put(next);
            return next;
        });
        return releaseIfEnough(signed);
    }

    private Approved releaseIfEnough(StoredProposal proposal) {
        TrustDocument trust = store.read(TrustBook::inForce);
        List<String> signers = Trust.signers(proposal.asked().envelope(), trust);
        if (signers.size() < trust.signaturesNeeded()) {
            return new Approved(signers, Optional.empty());
        }
        ReleaseSummary released = releases.add(proposal.asked(), proposal.madeBy());
        delete(proposal.number());
        return new Approved(signers, Optional.of(released));
    }

    private static StoredProposal with(
            Records records, StoredProposal proposal, Envelope.Signature signature, String by) {
        Envelope signed = Signatures.added(
                proposal.asked().envelope(), signature, new Signatures.By(by, TrustBook.inForce(records)));
        var asked = new NewRelease(
                signed, proposal.asked().flowEtags(), proposal.asked().rollout());
        return new StoredProposal(proposal.number(), asked, proposal.made(), proposal.madeBy());
    }

    /// Gives it up.
    public void delete(long number) {
        store.commit(records -> {
            records.proposals().delete(find(records, number).number());
            return number;
        });
    }

    private static StoredProposal find(Records records, long number) {
        return records.proposals().all().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(ReleaseProblems.noProposal(number)));
    }

    /// One that was released, and that a power cut left here, counts no more.
    private static Optional<StoredProposal> open(Records records) {
        return records.proposals().all().stream()
                .filter(one -> one.number() > records.releases().last())
                .findFirst();
    }

    private static Proposal view(Records records, StoredProposal proposal) {
        TrustDocument trust = TrustBook.inForce(records);
        return new Proposal(
                proposal.number(),
                proposal.made(),
                proposal.madeBy(),
                Trust.signers(proposal.asked().envelope(), trust),
                trust.signaturesNeeded(),
                proposal.asked().envelope(),
                proposal.asked().rollout());
    }
}
