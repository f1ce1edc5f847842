// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.Optional;

/// Somebody who may manage the workspace.
///
/// @param pass how it comes in
/// @param publicKey with which it signs
public record StoredOperator(
        String name,
        OperatorKind kind,
        Role role,
        Instant made,
        String madeBy,
        boolean suspended,
        Pass pass,
        Optional<String> publicKey) {

    /// What lets an operator in, besides the sessions it has.
    ///
    /// @param password its hash, with salt and costs; absent for who has none
    /// @param invitation digest of the secret of an invitation that nobody has taken
    /// @param ends of the invitation, or of a program's token
    public record Pass(Optional<String> password, Optional<Digest> invitation, Optional<Instant> ends) {
        /// Nothing lets it in.
        public static final Pass NONE = new Pass(Optional.empty(), Optional.empty(), Optional.empty());

        public static Pass password(String hash) {
            return new Pass(Optional.of(hash), Optional.empty(), Optional.empty());
        }

        public static Pass invitation(Digest secret, Instant ends) {
            return new Pass(Optional.empty(), Optional.of(secret), Optional.of(ends));
        }

        public static Pass tokenUntil(Instant ends) {
            return new Pass(Optional.empty(), Optional.empty(), Optional.of(ends));
        }

        /// Without the hash.
        @Override
        public String toString() {
            return password.isPresent() ? "password" : invitation.isPresent() ? "invitation" : "token or none";
        }
    }

    public StoredOperator with(Role newRole, boolean nowSuspended) {
        return new StoredOperator(name, kind, newRole, made, madeBy, nowSuspended, pass, publicKey);
    }

    public StoredOperator with(Pass newPass) {
        return new StoredOperator(name, kind, role, made, madeBy, suspended, newPass, publicKey);
    }

    public StoredOperator withKey(String key) {
        return new StoredOperator(name, kind, role, made, madeBy, suspended, pass, Optional.of(key));
    }

    /// Whether it may come in with a session that the hub granted.
    public boolean mayComeAt(Instant now) {
        return !suspended
                && pass.invitation().isEmpty()
                && (pass.ends().isEmpty() || now.isBefore(pass.ends().get()));
    }
}
