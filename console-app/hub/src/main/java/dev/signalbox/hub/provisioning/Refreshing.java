// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.store.RegistrationTokenRecords;
import dev.signalbox.hub.store.StoredRegistrationToken;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import dev.signalbox.protocol.trust.Digest;
import java.time.Duration;
import java.util.Optional;

/// How a registration token is used and renewed, inside a transaction.
final class Refreshing {
    private Refreshing() {}

    /// @param again whether it was refreshed before, and the answer was lost
    record Refreshed(RegistrationGranted granted, boolean again) {}

    /// Makes a child. The token stays good for the time of grace, or until the child is used; a child that nobody used
    /// is replaced.
    static Refreshed refresh(Change change, StoredToken by, Digest digest) {
        RegistrationTokenRecords records = change.records().registrationTokens();
        StoredRegistrationToken parent =
                records.find(digest).orElseThrow(() -> new ProblemException(ProvisioningProblems.registrationEnded()));
        if (!parent.token().equals(by.id())) {
            throw new ProblemException(ProvisioningProblems.registrationForeign());
        }
        if (!parent.isGood(change.now())) {
            throw new ProblemException(ProvisioningProblems.registrationEnded());
        }
        Optional<StoredRegistrationToken> child = records.childOf(digest);
        if (child.isEmpty() && isFresh(change, parent)) {
            throw new ProblemException(ProvisioningProblems.tooEarly());
        }
        child.ifPresent(unused -> records.delete(unused.digest()));
        StoredRegistrationToken used = use(change, parent);
        records.put(used.ending(change.now().plus(Lives.GRACE)));
        return new Refreshed(Collecting.make(change, parent.device(), by, Optional.of(digest)), child.isPresent());
    }

    /// Notes that a token was shown; with the first time its parent's grace is over.
    static StoredRegistrationToken use(Change change, StoredRegistrationToken token) {
        if (token.used().isPresent()) {
            return token;
        }
        RegistrationTokenRecords records = change.records().registrationTokens();
        token.parent().flatMap(records::find).ifPresent(parent -> records.put(parent.ending(change.now())));
        StoredRegistrationToken used = token.used(change.now());
        records.put(used);
        return used;
    }

    private static boolean isFresh(Change change, StoredRegistrationToken token) {
        Duration life = Duration.between(token.made(), token.expires());
        return change.now().isBefore(token.made().plus(life.dividedBy(Lives.EARLIEST_REFRESH)));
    }
}
