// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.code.DiffViewModel;
import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.release.Approvals;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the Releases page knows of the release that waits for more signatures, and what the person makes of it.
final class ProposalsViewModel {
    private final Approvals approvals;
    private final Asking asking;
    /// Apart, so that news of the hub do not wipe out why a wish was refused.
    private final Asking deciding;
    private final ObjectProperty<Optional<Proposal>> open = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Review>> review = new SimpleObjectProperty<>(Optional.empty());

    /// What the person reads before she signs: exactly this is what she signs.
    record Review(Proposal proposal, DiffViewModel differences, boolean changesNothing) {
        static Review of(Proposal proposal, List<Part> parts) {
            var differences = new DiffViewModel();
            differences.show(parts);
            return new Review(proposal, differences, parts.isEmpty());
        }
    }

    ProposalsViewModel(Approvals approvals, OnFx fx) {
        this.approvals = approvals;
        asking = new Asking(fx);
        deciding = new Asking(fx);
    }

    /// Asks the hub what waits.
    void look() {
        asking.ask(approvals::list, this::show);
    }

    private void show(List<Proposal> found) {
        open.set(found.stream().findFirst());
    }

    /// The person wants to see what it changes.
    void personReviews() {
        open.get()
                .ifPresent(proposal -> deciding.ask(
                        () -> Review.of(proposal, approvals.changes(proposal)), read -> review.set(Optional.of(read))));
    }

    /// The person has read it and signs it.
    void personApproves(Review read) {
        review.set(Optional.empty());
        deciding.ask(
                () -> {
                    approvals.approve(read.proposal());
                    return approvals.list();
                },
                this::show);
    }

    /// The person has read it, or not, and does not sign it.
    void personLeaves() {
        review.set(Optional.empty());
    }

    /// Gives it up, for everybody.
    void personTakesBack() {
        open.get()
                .ifPresent(proposal -> deciding.ask(
                        () -> {
                            approvals.takeBack(proposal.number());
                            return approvals.list();
                        },
                        this::show));
    }

    /// The one that waits.
    ReadOnlyObjectProperty<Optional<Proposal>> open() {
        return open;
    }

    /// What the person is to read now.
    ReadOnlyObjectProperty<Optional<Review>> review() {
        return review;
    }

    /// Why the hub does not tell what waits.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }

    /// Why the last wish was not fulfilled; until the next one.
    ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return deciding.problem();
    }
}
