// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredBearer;
import dev.signalbox.hub.store.StoredOperator;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// How operators come in, and who they are from then on. The first is `owner`, with a one-time token; it goes when a
/// session it granted is used for the first time, so a console that dies in between can sign in again, and any other
/// session it granted goes with it.
public final class SignIns {
    /// Where the owner's one-time token lies in the data folder.
    public static final String TOKEN_FILE = OwnerToken.FILE;

    private final Roll roll;
    private final OwnerToken token;
    private final Tries tries;
    private final Clock clock;
    private volatile boolean ownerSignedIn;

    SignIns(Roll roll, OwnerToken token, Clock clock, boolean ownerSignedIn) {
        this.roll = roll;
        this.token = token;
        this.tries = new Tries(clock);
        this.clock = clock;
        this.ownerSignedIn = ownerSignedIn;
    }

    /// Ends all sessions and the password of the owner and lays out a fresh one-time token, for an owner whose console
    /// is lost. Only
    /// while no hub runs on the folder: it would go on with the sessions it knows.
    public static void renewOwnerToken(RegistryStore store, DataFolder folder) {
        store.commit(records -> {
            records.operators().deleteBearers(Operators.FIRST);
            records.operators().all().stream()
                    .filter(one -> one.name().equals(Operators.FIRST))
                    .forEach(owner -> records.operators().put(owner.with(StoredOperator.Pass.NONE)));
            records.workspace().deleteOwnerSignedIn();
            records.workspace().deleteOwnerToken();
            return Operators.FIRST;
        });
        new OwnerToken(store, folder).layOut();
    }

    /// Grants a session and answers its bearer, or refuses without saying what was wrong.
    ///
    /// @param from whence it is asked, an address
    public String signIn(SignIn asked, String from) {
        tries.begin(from, asked.name());
        Optional<StoredOperator> operator = roll.find(asked.name()).filter(one -> one.mayComeAt(clock.instant()));
        boolean isPassword = Passwords.isGood(
                asked.secret(), operator.flatMap(one -> one.pass().password()));
        boolean isToken =
                asked.name().equals(Operators.FIRST) && token.is(asked.secret().strip());
        if (operator.isEmpty() || (!isPassword && !isToken)) {
            throw new ProblemException(OperatorProblems.signInRefused());
        }
        tries.good(from, asked.name());
        return roll.grant(operator.get());
    }

    /// Who shows this bearer, if the hub granted it and he may come in. Does not wait for anything.
    public Optional<Caller> caller(String bearer) {
        return roll.caller(bearer);
    }

    /// Whether the first owner's session was ever used.
    public boolean ownerWasHere() {
        return ownerSignedIn;
    }

    /// To be called when a granted session is used. Does not wait.
    public void used(String bearer) {
        roll.used(bearer);
    }

    /// To be called when the first owner's session is used for the first time: it ends the one-time token, and what
    /// else somebody got for it.
    public synchronized void firstUse(String bearer) {
        Caller caller = roll.caller(bearer).orElseThrow(() -> new ProblemException(OperatorProblems.notSignedIn()));
        if (ownerSignedIn || !caller.name().equals(Operators.FIRST)) {
            return;
        }
        Digest first = Digests.of(bearer);
        Instant now = clock.instant();
        roll.changeAll(records -> {
            records.operators().deleteBearers(Operators.FIRST);
            records.operators().addBearer(new StoredBearer(first, Operators.FIRST, now));
            records.workspace().setOwnerSignedIn();
            records.workspace().deleteOwnerToken();
        });
        token.delete();
        ownerSignedIn = true;
    }

    /// Ends one session.
    public void signOut(String bearer) {
        roll.change(operators -> operators.deleteBearer(Digests.of(bearer)));
    }

    /// Sets a password, and ends all sessions of the operator but this one. Throws `operator.sign-in-refused` when the
    /// old one is wrong.
    public void setPassword(Caller caller, String bearer, NewPassword asked, String from) {
        if (caller.kind() == OperatorKind.PROGRAM) {
            throw new ProblemException(OperatorProblems.programHasToken());
        }
        tries.begin(from, caller.name());
        StoredOperator before =
                roll.find(caller.name()).orElseThrow(() -> new ProblemException(OperatorProblems.notSignedIn()));
        Optional<String> has = before.pass().password();
        if (has.isPresent() && !Passwords.isGood(asked.old(), has)) {
            throw new ProblemException(OperatorProblems.signInRefused());
        }
        tries.good(from, caller.name());
        var pass = StoredOperator.Pass.password(Passwords.hash(asked.password()));
        var session = new StoredBearer(Digests.of(bearer), caller.name(), clock.instant());
        roll.change(operators -> {
            Roll.mustBeStill(operators, before);
            if (operators.bearers().stream().noneMatch(one -> one.digest().equals(session.digest()))) {
                throw new ProblemException(OperatorProblems.notSignedIn());
            }
            operators.put(before.with(pass));
            operators.deleteBearers(caller.name());
            operators.addBearer(session);
        });
    }
}
