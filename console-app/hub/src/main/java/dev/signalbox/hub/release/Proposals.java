// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.operator.Caller;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredOperator;
import dev.signalbox.hub.store.StoredProposal;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Right;
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
import java.util.Set;
import java.util.stream.Collectors;

/// Releases that wait until as many operators have signed them as the trust document wants. One waits at a time, for
/// all would have the same number. The last signature and the release are one transaction. What it is made from may be
/// changed meanwhile; then it cannot be released any more.
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
        Signed signed = store.read(records -> signed(records, find(records, number), signature, by.name()));
        if (signed.enough()) {
            ReleaseSummary released = releases.addApproved(
                    signed.after().asked(), signed.after().madeBy(), records -> replace(records, signed, false));
            return new Approved(signed.signers(), Optional.of(released));
        }
        store.commit(records -> {
            replace(records, signed, true);
            return number;
        });
        return new Approved(signed.signers(), Optional.empty());
    }

    /// @param signers who count: also those that the trust document names must not have lost their right since
    private record Signed(StoredProposal before, StoredProposal after, List<String> signers, boolean enough) {}

    private static Signed signed(Records records, StoredProposal before, Envelope.Signature signature, String by) {
        StoredProposal after = with(records, before, signature, by);
        TrustDocument trust = TrustBook.inForce(records);
        Set<String> able = records.operators().all().stream()
                .filter(one -> !one.suspended() && one.role().has(Right.OPERATE))
                .map(StoredOperator::name)
                .collect(Collectors.toSet());
        List<String> signers = Trust.signers(after.asked().envelope(), trust).stream()
                .filter(able::contains)
                .toList();
        return new Signed(before, after, signers, signers.size() >= trust.signaturesNeeded());
    }

    /// Throws when somebody signed it or took it back meanwhile.
    private static void replace(Records records, Signed signed, boolean keeps) {
        long number = signed.before().number();
        if (!find(records, number).equals(signed.before())) {
            throw new ProblemException(ReleaseProblems.signedMeanwhile(number));
        }
        if (keeps) {
            records.proposals().put(signed.after());
        } else {
            records.proposals().delete(number);
        }
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
