// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.TokenMade;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Provisioning tokens, for operators.
public final class Tokens {
    private static final int MOST = 10_000;
    private static final int MOST_PRE_APPROVED = 1_000;
    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,140}");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Changes changes;

    Tokens(Changes changes) {
        this.changes = changes;
    }

    /// By name, also those that have ended.
    public List<TokenView> list() {
        return changes.read(records -> {
            var preApproved = records.tokens().preApproved();
            return records.tokens().all().stream()
                    .map(token -> TokenViews.of(token, preApproved.getOrDefault(token.id(), List.of()), changes.now()))
                    .toList();
        });
    }

    /// Makes one. The secret is in the answer and nowhere else.
    public TokenMade make(NewToken asked, Decider by) {
        check(asked);
        return changes.commit(change -> {
            checkRoom(change, asked);
            String secret = TokenSecrets.make(TokenSecrets.PROVISIONING);
            var token = new StoredToken(
                    UUID.randomUUID().toString(),
                    TokenSecrets.digest(secret),
                    asked.name().strip(),
                    asked.deviceId(),
                    asked.singleUse(),
                    asked.replaces(),
                    asked.tags(),
                    new StoredToken.Life(
                            change.now(),
                            by.name(),
                            asked.expires().map(end -> end.truncatedTo(ChronoUnit.MILLIS)),
                            Optional.empty()),
                    StoredToken.Use.NONE);
            change.records().tokens().put(token);
            asked.preApproved().forEach(id -> change.records().tokens().preApprove(token.id(), id));
            change.news().decided("Provisioning token \"" + token.name() + "\" was made by " + by + limits(asked));
            return new TokenMade(view(change, token), secret);
        });
    }

    /// Ends one, and what waits by it. What was approved may still be collected.
    public TokenView revoke(String id, Decider by) {
        return changes.commit(change -> {
            StoredToken token = need(change.records(), id);
            if (token.life().revoked().isPresent()) {
                return view(change, token);
            }
            StoredToken revoked = token.revoked(change.now());
            change.records().tokens().put(revoked);
            change.records().operations().openOf(id).stream()
                    .map(operation -> Closing.settled(change, operation))
                    .filter(operation -> operation.state() == OperationState.WAITING)
                    .forEach(operation -> cancel(change, operation, by));
            change.news().decided("Provisioning token \"" + token.name() + "\" was revoked by " + by);
            return view(change, revoked);
        });
    }

    /// Has one let in a device of that id once without a person.
    public TokenView preApprove(String id, DeviceId device, Decider by) {
        return edit(id, change -> {
            if (change.records().tokens().preApproved(id).size() >= MOST_PRE_APPROVED) {
                throw new ProblemException(ProvisioningProblems.badToken(
                        "it has " + MOST_PRE_APPROVED + " ids approved beforehand already"));
            }
            Devices.checkId(device);
            change.records().tokens().preApprove(id, device);
            change.news().decided("Device " + device + " was approved beforehand by " + by);
        });
    }

    /// Takes that back if it was not used.
    public TokenView withdraw(String id, DeviceId device, Decider by) {
        return edit(id, change -> {
            change.records().tokens().withdraw(id, device);
            change.news().decided("The approval of device " + device + " beforehand was withdrawn by " + by);
        });
    }

    private TokenView edit(String id, Consumer<Change> work) {
        return changes.commit(change -> {
            StoredToken token = need(change.records(), id);
            work.accept(change);
            return view(change, token);
        });
    }

    private static void cancel(Change change, StoredOperation operation, Decider by) {
        Closing.end(change, operation, OperationState.CANCELLED, by.name());
    }

    private void check(NewToken asked) {
        if (!NAME.matcher(asked.name().strip()).matches()) {
            throw new ProblemException(ProvisioningProblems.badToken("its name is to have 1 to 140 characters"));
        }
        if (asked.preApproved().size() > MOST_PRE_APPROVED) {
            throw new ProblemException(
                    ProvisioningProblems.badToken("at most " + MOST_PRE_APPROVED + " ids can be approved beforehand"));
        }
        if (asked.expires().filter(end -> !end.isAfter(changes.now())).isPresent()) {
            throw new ProblemException(ProvisioningProblems.badToken("its end is in the past by the hub's clock"));
        }
        if (asked.expires().filter(end -> end.isAfter(LATEST)).isPresent()) {
            throw new ProblemException(ProvisioningProblems.badToken("its end is after the year 9999"));
        }
        Devices.checkTags(asked.tags());
        asked.deviceId().ifPresent(Devices::checkId);
        asked.preApproved().forEach(Devices::checkId);
    }

    private static void checkRoom(Change change, NewToken asked) {
        List<StoredToken> all = change.records().tokens().all();
        if (all.size() >= MOST) {
            throw new ProblemException(ProvisioningProblems.tooManyTokens(MOST));
        }
        boolean taken = all.stream()
                .filter(token -> token.isOpen(change.now()))
                .anyMatch(token -> token.name().equalsIgnoreCase(asked.name().strip()));
        if (taken) {
            throw new ProblemException(ProvisioningProblems.nameTaken(asked.name()));
        }
    }

    private static String limits(NewToken asked) {
        return asked.deviceId().map(id -> ", for " + id + " only").orElse("")
                + (asked.preApproved().isEmpty()
                        ? ""
                        : ", " + asked.preApproved().size() + " ids approved beforehand");
    }

    private static StoredToken need(Records records, String id) {
        return records.tokens()
                .find(id)
                .orElseThrow(() -> new ProblemException(ProvisioningProblems.tokenNotKnown(id)));
    }

    private static TokenView view(Change change, StoredToken token) {
        return TokenViews.of(token, change.records().tokens().preApproved(token.id()), change.now());
    }
}
