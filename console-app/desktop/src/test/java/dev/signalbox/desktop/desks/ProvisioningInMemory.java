// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.provisioning.Provisioning;
import dev.signalbox.workbench.provisioning.TokenGiven;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tokens and waiting devices as a hub would keep them, in this object.
public final class ProvisioningInMemory implements Provisioning {
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final Set<String> devices = ConcurrentHashMap.newKeySet();
    public volatile Optional<Problem> down = Optional.empty();
    private final Map<String, TokenView> tokens = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, OperationView> operations = new LinkedHashMap<>();
    private GateView gate = GateView.OPEN;

    /// A device asks.
    ///
    /// @param id it asks for; empty for none
    /// @param ago when it did
    public synchronized OperationView asks(String code, String id, String token, Duration ago) {
        Instant made = Instant.now().minus(ago);
        Optional<DeviceId> wanted =
                Optional.of(id).filter(text -> !text.isEmpty()).map(DeviceId::new);
        var one = new OperationView(
                "op-" + code,
                code,
                wanted,
                Optional.empty(),
                OperationState.WAITING,
                "10.0.4.17",
                token,
                made,
                made.plus(Duration.ofHours(1)),
                Optional.empty(),
                "",
                devices.contains(id),
                waitsFor(id));
        if (one.askedTwice()) {
            operations.replaceAll((its, other) -> other.wanted().equals(wanted) ? rival(other) : other);
        }
        operations.put(one.id(), one);
        return one;
    }

    private static OperationView rival(OperationView other) {
        return new OperationView(
                other.id(),
                other.code(),
                other.wanted(),
                other.given(),
                other.state(),
                other.from(),
                other.token(),
                other.made(),
                other.expires(),
                other.decided(),
                other.decidedBy(),
                other.wantedExists(),
                true);
    }

    private boolean waitsFor(String id) {
        return operations.values().stream()
                .anyMatch(other -> other.state() == OperationState.WAITING
                        && other.wanted()
                                .map(DeviceId::value)
                                .filter(id::equals)
                                .isPresent());
    }

    @Override
    public synchronized GateView gate() {
        answers();
        return gate;
    }

    @Override
    public synchronized GateView close(boolean closed) {
        answers();
        calls.add(closed ? "close" : "open");
        gate = new GateView(closed, Optional.of(Instant.parse("2026-11-21T12:10:00Z")), "ada.lovelace");
        return gate;
    }

    @Override
    public synchronized List<TokenView> tokens() {
        answers();
        return List.copyOf(tokens.values());
    }

    /// Puts one in that is there already.
    public synchronized void has(TokenView token) {
        tokens.put(token.name(), token);
    }

    @Override
    public synchronized TokenGiven make(NewToken asked) {
        answers();
        calls.add("make " + asked.name() + " for "
                + asked.deviceId().map(DeviceId::value).orElse("any") + (asked.singleUse() ? " once" : "") + " "
                + asked.preApproved() + " " + asked.tags());
        if (asked.name().equals("refused")) {
            throw refusal("token.bad-value", "The token is refused: its end is in the past by the hub's clock.");
        }
        var token = new TokenView(
                "id-" + asked.name(),
                asked.name(),
                asked.deviceId(),
                asked.singleUse(),
                asked.preApproved(),
                asked.replaces(),
                asked.tags(),
                Instant.now(),
                "ada",
                asked.expires(),
                Optional.empty(),
                0,
                Optional.empty(),
                true);
        tokens.put(token.name(), token);
        return new TokenGiven(token, "signalbox2." + "eyJwaW5zIjp7Imh1YiI6".repeat(17));
    }

    @Override
    public synchronized TokenView revoke(String id) {
        answers();
        calls.add("revoke " + id);
        return change(id, find(id).preApproved(), Optional.of(Instant.now()));
    }

    @Override
    public synchronized TokenView preApprove(String id, DeviceId device) {
        answers();
        calls.add("pre-approve " + device);
        var ids = new ArrayList<>(find(id).preApproved());
        ids.add(device);
        return change(id, ids, Optional.empty());
    }

    @Override
    public synchronized TokenView withdraw(String id, DeviceId device) {
        answers();
        calls.add("withdraw " + device);
        return change(
                id,
                find(id).preApproved().stream()
                        .filter(one -> !one.equals(device))
                        .toList(),
                Optional.empty());
    }

    private TokenView find(String id) {
        return tokens.values().stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private TokenView change(String id, List<DeviceId> preApproved, Optional<Instant> revoked) {
        TokenView old = find(id);
        var now = new TokenView(
                old.id(),
                old.name(),
                old.deviceId(),
                old.singleUse(),
                preApproved,
                old.replaces(),
                old.tags(),
                old.made(),
                old.madeBy(),
                old.expires(),
                revoked,
                old.uses(),
                old.used(),
                old.open() && revoked.isEmpty());
        tokens.put(now.name(), now);
        return now;
    }

    @Override
    public synchronized List<OperationView> operations() {
        answers();
        return List.copyOf(operations.values());
    }

    @Override
    public synchronized OperationView approve(String operation, Approval approval) {
        answers();
        OperationView old = operations.get(operation);
        DeviceId id = approval.deviceId().or(old::wanted).orElseGet(() -> new DeviceId("device-new"));
        calls.add("approve " + id + " " + approval.tags() + (approval.replace() ? " replacing" : ""));
        if (!approval.replace() && devices.contains(id.value())) {
            throw refusal("operation.device-exists", "There is a device called " + id + " already.");
        }
        return decide(old, OperationState.APPROVED, Optional.of(id), "ada");
    }

    @Override
    public synchronized OperationView reject(String operation) {
        answers();
        calls.add("reject " + operation);
        OperationView old = operations.get(operation);
        return decide(
                old,
                old.state() == OperationState.WAITING ? OperationState.REJECTED : OperationState.CANCELLED,
                old.given(),
                "ada");
    }

    /// Brings one to another state, as the hub tells of it.
    public synchronized OperationView decide(
            OperationView old, OperationState state, Optional<DeviceId> given, String by) {
        var now = new OperationView(
                old.id(),
                old.code(),
                old.wanted(),
                given,
                state,
                old.from(),
                old.token(),
                old.made(),
                old.expires(),
                Optional.of(Instant.now()),
                by,
                old.wantedExists(),
                false);
        operations.put(now.id(), now);
        return now;
    }

    private void answers() {
        down.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private static ProblemException refusal(String code, String what) {
        return new ProblemException(new Problem(code, what, "Choose another, or have it replaced."));
    }
}
