// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.live.OperationFeed;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Devices that ask to be let in, for operators: look at them, and decide.
public final class Operations implements OperationFeed.Source {
    private static final int AT_ONCE = 500;

    private final Changes changes;
    private final String workspace;
    private Instant shownSince;

    Operations(Changes changes, String workspace) {
        this.changes = changes;
        this.workspace = workspace;
        this.shownSince = changes.now().minus(Lives.SHOWN);
    }

    /// Those that are open and those decided within a day, oldest first.
    @Override
    public List<OperationView> list() {
        return changes.read(records ->
                records.operations().list(changes.now().minus(Lives.SHOWN), Paths.OPERATIONS_AT_ONCE).stream()
                        .map(operation -> OperationViews.of(records, operation))
                        .toList());
    }

    @Override
    public Optional<OperationView> find(String id) {
        Instant since = changes.now().minus(Lives.SHOWN);
        return changes.read(records -> records.operations()
                .find(id)
                .filter(one -> one.isOpen()
                        || one.decision().at().filter(at -> !at.isBefore(since)).isPresent())
                .map(operation -> OperationViews.of(records, operation)));
    }

    @Override
    public List<OperationView> rivals(OperationView of) {
        return changes.read(records -> of.wanted().stream()
                .flatMap(id -> records.operations().of(id).stream())
                .filter(other ->
                        other.state() == OperationState.WAITING && !other.id().equals(of.id()))
                .map(other -> OperationViews.of(records, other))
                .toList());
    }

    /// Lets a device in. Throws `operation.decided` when it does not wait any more, `operation.device-exists` when
    /// there is one of that id and it is not to be replaced.
    public OperationView approve(String id, Approval approval, Decider by) {
        Optional<OperationView> approved = changes.commit(change -> {
            StoredOperation operation = Closing.settled(change, need(change.records(), id));
            if (operation.state() != OperationState.WAITING) {
                return Optional.empty();
            }
            StoredToken token =
                    change.records().tokens().find(operation.token()).orElseThrow();
            Map<String, String> tags = new TreeMap<>(token.tags());
            tags.putAll(approval.tags());
            DeviceId given = given(operation, token, approval.deviceId());
            var admission = new Admission(given, tags, approval.replace(), by.name());
            StoredOperation done = admission.admit(change, operation);
            change.news()
                    .decided(
                            "Device " + given + ", which asked from " + operation.from() + " by token \"" + token.name()
                                    + "\", was approved by " + by + (approval.replace() ? ", replacing one" : ""));
            return Optional.of(OperationViews.of(change.records(), done));
        });
        return approved.orElseThrow(() -> decided(id));
    }

    /// Sends a device away; one that was approved, or has its registration, loses it.
    public OperationView reject(String id, Decider by) {
        return close(id, OperationState.REJECTED, by);
    }

    /// The same, and says that it was cancelled in any case.
    public OperationView cancel(String id, Decider by) {
        return close(id, OperationState.CANCELLED, by);
    }

    /// Ends what is too old, and says of what was decided a day ago that it is not listed any more. To be called from
    /// time to time.
    public synchronized void expire() {
        Instant since = changes.now().minus(Lives.SHOWN);
        var news = new News();
        changes.read(records -> records.operations().decided(shownSince, since)).forEach(news::operation);
        changes.tell(news);
        shownSince = since;
        if (!changes.read(records -> records.operations().due(changes.now(), 1)).isEmpty()) {
            changes.commit(change -> change.records().operations().due(change.now(), AT_ONCE).stream()
                    .map(operation -> Closing.settled(change, operation))
                    .count());
        }
    }

    /// Forgets what ended long ago. To be called from time to time.
    public void forget() {
        changes.commit(change -> {
            change.records().operations().forget(change.now().minus(Lives.KEPT));
            change.records().registrationTokens().forget(change.now());
            change.records().tokens().forget(change.now().minus(Lives.KEPT));
            return Lives.KEPT;
        });
    }

    private OperationView close(String id, OperationState waitingBecomes, Decider by) {
        Optional<OperationView> closed = changes.commit(change -> {
            StoredOperation operation = Closing.settled(change, need(change.records(), id));
            if (!operation.state().canBecome(OperationState.CANCELLED)) {
                return Optional.empty();
            }
            StoredOperation ended = operation.state() == OperationState.WAITING
                    ? Closing.end(change, operation, waitingBecomes, by.name())
                    : Closing.takeBack(change, operation, by.name());
            change.news()
                    .decided("Device " + name(ended) + ", which asked from " + ended.from() + ", was "
                            + word(ended.state()) + " by " + by);
            return Optional.of(OperationViews.of(change.records(), ended));
        });
        return closed.orElseThrow(() -> decided(id));
    }

    /// What the operator says, else what the device asked for, else a new one; none but the token's if that fixes one.
    private DeviceId given(StoredOperation operation, StoredToken token, Optional<DeviceId> said) {
        IdForm form = IdForm.valueOf(operation.idForm());
        Optional<DeviceId> only = token.device().map(id -> form.of(id, workspace));
        DeviceId id = said.map(name -> form.of(name, workspace))
                .or(() -> operation.subject().wanted())
                .orElseGet(() -> form.of(new DeviceId("device-" + VerificationCodes.idEnd()), workspace));
        only.filter(fixed -> !fixed.equals(id)).ifPresent(fixed -> {
            throw new ProblemException(ProvisioningProblems.otherId(fixed));
        });
        return id;
    }

    private ProblemException decided(String id) {
        String state = find(id).map(view -> word(view.state())).orElse("gone");
        return new ProblemException(ProvisioningProblems.decided(state));
    }

    private static String word(OperationState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String name(StoredOperation operation) {
        return operation
                .subject()
                .given()
                .or(() -> operation.subject().wanted())
                .map(DeviceId::value)
                .orElse("without a name");
    }

    private static StoredOperation need(Records records, String id) {
        return records.operations()
                .find(id)
                .orElseThrow(() -> new ProblemException(ProvisioningProblems.operationNotKnown()));
    }
}
