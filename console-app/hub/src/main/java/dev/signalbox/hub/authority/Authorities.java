// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.hub.store.AuthorityRecords;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredAuthority;
import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The authorities that sign devices' certificates. Kept in memory as well, because each sign-in with a certificate
/// asks. One that is not verified lets nobody in: it may have been entered by someone who only found its certificate.
public final class Authorities {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MOST = 100;
    private static final int CODE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegistryStore store;
    private final Clock clock;
    private volatile List<Trusted> known;
    private volatile Runnable gone = () -> {};

    public Authorities(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.known = read(store.read(records -> records.authorities().all()));
    }

    /// Says whom to tell, on the thread that deleted it, that an authority lets nobody in any more.
    public void whenDeleted(Runnable listener) {
        gone = listener;
    }

    /// By name.
    public List<AuthorityView> list() {
        return known.stream().map(Authorities::view).toList();
    }

    /// Enters one. Throws an `authority.` problem when its certificate is not one of an authority, or is known.
    public AuthorityView add(NewAuthority asked) {
        if (!NAME.matcher(asked.name()).matches()) {
            throw new ProblemException(AuthorityProblems.badName());
        }
        X509Certificate certificate = Certificates.read(asked.certificate());
        Instant now = clock.instant();
        Candidate.check(certificate, now);
        var added = new StoredAuthority(
                asked.name(),
                Certificates.pem(certificate),
                asked.verified() ? "" : code(),
                asked.verified(),
                now,
                now);
        return change(records -> {
            checkNew(records.all(), added);
            records.put(added);
            return added;
        });
    }

    /// Takes the proof that its key is in the right hands; from then on it lets devices in.
    public AuthorityView verify(String name, AuthorityProof proof) {
        X509Certificate shown = Certificates.read(proof.certificate());
        return change(records -> {
            StoredAuthority old = find(records.all(), name);
            Possession.check(old, shown, clock.instant());
            var verified = new StoredAuthority(old.name(), old.pem(), "", true, old.createdAt(), clock.instant());
            records.put(verified);
            return verified;
        });
    }

    /// Whoever came in by it is out.
    public void delete(String name) {
        change(records -> {
            StoredAuthority old = find(records.all(), name);
            records.delete(old.name());
            return old;
        });
        gone.run();
    }

    /// Checks what a device or module shows, its own certificate first. Does not block. Throws
    /// `device.wrong-certificate`.
    public void check(ClientId who, List<X509Certificate> shown) {
        Leaf.check(who, shown.getFirst());
        new Chain(who, known, clock.instant()).check(shown);
    }

    private AuthorityView change(Function<AuthorityRecords, StoredAuthority> change) {
        record Changed(StoredAuthority one, List<StoredAuthority> all) {}
        var changed = store.commit(
                records -> new Changed(
                        change.apply(records.authorities()),
                        records.authorities().all()),
                told -> known = read(told.all()));
        return view(Trusted.of(changed.one()));
    }

    private static void checkNew(List<StoredAuthority> all, StoredAuthority added) {
        if (all.size() >= MOST) {
            throw new ProblemException(AuthorityProblems.tooMany(MOST));
        }
        all.stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(added.name()) || one.pem().equals(added.pem()))
                .findFirst()
                .ifPresent(one -> {
                    throw new ProblemException(AuthorityProblems.exists(one.name()));
                });
    }

    private static StoredAuthority find(List<StoredAuthority> all, String name) {
        return all.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(AuthorityProblems.notKnown(name)));
    }

    private static List<Trusted> read(List<StoredAuthority> all) {
        return all.stream().map(Trusted::of).toList();
    }

    private static String code() {
        byte[] code = new byte[CODE_BYTES];
        RANDOM.nextBytes(code);
        return HexFormat.of().withUpperCase().formatHex(code);
    }

    private static AuthorityView view(Trusted one) {
        StoredAuthority stored = one.stored();
        return new AuthorityView(
                stored.name(),
                Certificates.text(one.certificate().getSubjectX500Principal()),
                Certificates.thumbprint(one.certificate()),
                one.certificate().getNotBefore().toInstant(),
                one.certificate().getNotAfter().toInstant(),
                stored.verified(),
                stored.code(),
                stored.createdAt(),
                stored.changedAt(),
                stored.pem());
    }
}
