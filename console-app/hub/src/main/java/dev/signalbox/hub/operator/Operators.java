// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.hub.store.StoredBearer;
import dev.signalbox.hub.store.StoredOperator;
import dev.signalbox.hub.store.StoredOperator.Pass;
import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Who may manage the workspace. All calls wait for the disk.
public final class Operators {
    /// The first owner, whose key signs the trust document.
    public static final String FIRST = "owner";

    /// How a program's token begins, so that people and scanners know it.
    static final String TOKEN_PREFIX = "sbo_";

    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration LONGEST_TOKEN = Duration.ofDays(366);
    private static final int MOST = 1000;

    private final Roll roll;
    private final Clock clock;

    Operators(Roll roll, Clock clock) {
        this.roll = roll;
        this.clock = clock;
    }

    /// Says what else is to be done when an operator may do less than before, by name.
    public void watch(Consumer<String> changed) {
        roll.watch(changed);
    }

    /// Forgets sessions that nobody used for long. To be called from time to time.
    public void tidy() {
        roll.tidy();
    }

    /// By name.
    public List<OperatorView> list() {
        return roll.all().stream().map(this::view).toList();
    }

    public OperatorView get(String name) {
        return view(roll.find(name).orElseThrow(() -> new ProblemException(OperatorProblems.notKnown(name))));
    }

    /// Lets somebody in, and tells its secret this once.
    ///
    /// @param by the operator who asks for it
    public OperatorMade make(NewOperator wanted, String by) {
        check(wanted);
        boolean isProgram = wanted.kind() == OperatorKind.PROGRAM;
        String secret = (isProgram ? TOKEN_PREFIX : "") + Secrets.random();
        Instant now = clock.instant();
        var made = new StoredOperator(
                wanted.name(),
                wanted.kind(),
                wanted.role(),
                now,
                by,
                false,
                pass(wanted.kind(), secret, wanted.ends()),
                Optional.empty());
        roll.change(operators -> {
            List<StoredOperator> all = operators.all();
            if (all.stream().anyMatch(one -> one.name().equals(made.name()))) {
                throw new ProblemException(OperatorProblems.exists(made.name()));
            }
            if (all.size() >= MOST) {
                throw new ProblemException(OperatorProblems.tooMany(MOST));
            }
            operators.put(made);
            if (isProgram) {
                operators.addBearer(new StoredBearer(Digests.of(secret), made.name(), now));
            }
        });
        return new OperatorMade(get(made.name()), secret);
    }

    private void check(NewOperator wanted) {
        if (!NewOperator.NAME.matcher(wanted.name()).matches()) {
            throw new ProblemException(OperatorProblems.badName());
        }
        boolean isProgram = wanted.kind() == OperatorKind.PROGRAM;
        if (isProgram && wanted.role() == Role.OWNER) {
            throw new ProblemException(OperatorProblems.programOwns());
        }
        Instant now = clock.instant();
        wanted.ends().ifPresent(ends -> {
            if (!isProgram || !ends.isAfter(now) || ends.isAfter(now.plus(LONGEST_TOKEN))) {
                throw new ProblemException(OperatorProblems.badEnd());
            }
        });
    }

    private Pass pass(OperatorKind kind, String secret, Optional<Instant> ends) {
        Instant now = clock.instant();
        return kind == OperatorKind.PROGRAM
                ? Pass.tokenUntil(ends.orElseGet(() -> now.plus(LONGEST_TOKEN)))
                : Pass.invitation(Digests.of(secret), now.plus(INVITATION));
    }

    /// Gives an operator another role, or keeps it out for a while. Not the first owner, and nobody himself.
    public OperatorView change(String name, OperatorChange asked, String by) {
        mayTouch(name, by);
        return view(roll.change(
                name,
                before -> {
                    if (before.kind() == OperatorKind.PROGRAM && asked.role() == Role.OWNER) {
                        throw new ProblemException(OperatorProblems.programOwns());
                    }
                    return before.with(asked.role(), asked.suspended());
                },
                false));
    }

    /// Takes an operator out, with all that lets it in. Not the first owner, and nobody himself.
    public void remove(String name, String by) {
        mayTouch(name, by);
        get(name);
        roll.remove(name);
    }

    /// Ends what lets an operator in, and makes it another invitation or token: for who lost the one before.
    public OperatorMade renew(String name, String by) {
        mayTouch(name, by);
        OperatorKind kind = get(name).kind();
        String secret = (kind == OperatorKind.PROGRAM ? TOKEN_PREFIX : "") + Secrets.random();
        StoredOperator renewed = roll.change(name, before -> before.with(pass(kind, secret, Optional.empty())), true);
        if (kind == OperatorKind.PROGRAM) {
            roll.change(operators -> operators.addBearer(new StoredBearer(Digests.of(secret), name, clock.instant())));
        }
        return new OperatorMade(view(renewed), secret);
    }

    private static void mayTouch(String name, String by) {
        if (name.equals(FIRST) || name.equals(by)) {
            throw new ProblemException(OperatorProblems.notThisOne(name));
        }
    }

    /// Takes an invitation and answers the bearer of a first session. Refuses without saying what was wrong.
    public String join(Joining asked) {
        Instant now = clock.instant();
        if (roll.find(asked.name())
                .filter(one -> isInvitation(one, asked.secret(), now))
                .isEmpty()) {
            throw new ProblemException(OperatorProblems.notInvited());
        }
        Ed25519.readPublic(asked.publicKey());
        String hash = Passwords.hash(asked.password());
        String bearer = Secrets.random();
        roll.change(operators -> {
            StoredOperator invited = operators.all().stream()
                    .filter(one -> one.name().equals(asked.name()) && isInvitation(one, asked.secret(), now))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(OperatorProblems.notInvited()));
            operators.put(invited.with(Pass.password(hash)).withKey(asked.publicKey()));
            operators.addBearer(new StoredBearer(Digests.of(bearer), invited.name(), now));
        });
        return bearer;
    }

    private static boolean isInvitation(StoredOperator operator, String secret, Instant now) {
        return !operator.suspended()
                && operator.pass().ends().filter(now::isBefore).isPresent()
                && operator.pass()
                        .invitation()
                        .filter(digest -> Secrets.same(digest, Digests.of(secret)))
                        .isPresent();
    }

    /// Says with which key an operator signs from now on.
    public OperatorView setKey(String name, String publicKey) {
        Ed25519.readPublic(publicKey);
        return view(roll.change(name, before -> before.withKey(publicKey), false));
    }

    private OperatorView view(StoredOperator one) {
        return new OperatorView(
                one.name(),
                one.kind(),
                one.role(),
                state(one),
                one.made(),
                one.madeBy(),
                one.pass().ends(),
                roll.lastUse(one.name()),
                one.publicKey());
    }

    private OperatorState state(StoredOperator one) {
        if (one.suspended()) {
            return OperatorState.SUSPENDED;
        }
        boolean ended = one.pass()
                .ends()
                .filter(ends -> !clock.instant().isBefore(ends))
                .isPresent();
        if (ended) {
            return OperatorState.ENDED;
        }
        return one.pass().invitation().isPresent() ? OperatorState.INVITED : OperatorState.ACTIVE;
    }
}
