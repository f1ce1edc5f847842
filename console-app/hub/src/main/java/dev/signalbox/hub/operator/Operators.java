// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who may manage the workspace. The first is `owner`, with a one-time token that lies in the data folder: whoever can
/// read that folder owns the hub anyway. The token goes when a session it granted is used for the first time, so a
/// console that dies in between can sign in again; any other session it granted goes with it.
public final class Operators {
    /// Where the owner's one-time token lies in the data folder.
    public static final String TOKEN_FILE = "owner.token";

    private static final String OWNER = "owner";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegistryStore store;
    private final DataFolder folder;
    private final Map<Digest, String> bearers;
    private volatile boolean ownerSignedIn;

    private Operators(RegistryStore store, DataFolder folder) {
        this.store = store;
        this.folder = folder;
        this.bearers = new ConcurrentHashMap<>(
                store.read(records -> records.operators().bearers()));
        this.ownerSignedIn = store.read(records -> records.workspace().ownerSignedIn());
    }

    /// Ends all sessions of the owner and lays out a fresh one-time token, for an owner whose console is lost. Only
    /// while no hub runs on the folder: it would go on with the sessions it knows.
    public static void renewOwnerToken(RegistryStore store, DataFolder folder) {
        store.commit(records -> {
            records.operators().deleteBearers(OWNER);
            records.workspace().deleteOwnerSignedIn();
            records.workspace().deleteOwnerToken();
            return OWNER;
        });
        new Operators(store, folder).layOutToken();
    }

    /// Lays out the one-time token if the owner has never been here.
    public static Operators open(RegistryStore store, DataFolder folder) {
        var operators = new Operators(store, folder);
        if (operators.ownerSignedIn) {
            folder.delete(TOKEN_FILE);
        } else {
            operators.layOutToken();
        }
        return operators;
    }

    /// Grants a session, or refuses without saying what was wrong.
    public synchronized Session signIn(SignIn asked, String workspace) {
        Digest given = Digests.of(asked.secret().strip());
        Optional<Digest> token = store.read(records -> records.workspace().ownerToken());
        if (!asked.name().equals(OWNER) || token.isEmpty() || !same(token.get(), given)) {
            throw new ProblemException(OperatorProblems.signInRefused());
        }
        String bearer = random();
        store.commit(records -> {
            records.operators().addBearer(Digests.of(bearer), OWNER);
            return bearer;
        });
        bearers.put(Digests.of(bearer), OWNER);
        return new Session(OWNER, bearer, workspace);
    }

    /// The operator's name, if the hub granted this bearer. Does not wait for anything.
    public Optional<String> nameOf(String bearer) {
        return Optional.ofNullable(bearers.get(Digests.of(bearer)));
    }

    /// Whether a session was ever used.
    public boolean ownerWasHere() {
        return ownerSignedIn;
    }

    /// To be called when a granted session is used: it ends the one-time token, and what else somebody got for it.
    public synchronized void used(String bearer) {
        Digest first = Digests.of(bearer);
        if (!bearers.containsKey(first)) {
            throw new ProblemException(OperatorProblems.notSignedIn());
        }
        if (ownerSignedIn) {
            return;
        }
        store.commit(records -> {
            records.operators().deleteBearers(OWNER);
            records.operators().addBearer(first, OWNER);
            records.workspace().setOwnerSignedIn();
            records.workspace().deleteOwnerToken();
            return OWNER;
        });
        bearers.keySet().retainAll(Set.of(first));
        folder.delete(TOKEN_FILE);
        ownerSignedIn = true;
    }

    private void layOutToken() {
        Optional<Digest> known = store.read(records -> records.workspace().ownerToken());
        if (known.isPresent() && folder.has(TOKEN_FILE)) {
            String there = new String(folder.read(TOKEN_FILE), StandardCharsets.US_ASCII).strip();
            if (same(known.get(), Digests.of(there))) {
                return;
            }
        }
        String token = random();
        store.commit(records -> {
            records.workspace().setOwnerToken(Digests.of(token));
            return OWNER;
        });
        folder.write(TOKEN_FILE, (token + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean same(Digest one, Digest other) {
        return MessageDigest.isEqual(
                one.value().getBytes(StandardCharsets.US_ASCII), other.value().getBytes(StandardCharsets.US_ASCII));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
