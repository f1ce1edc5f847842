// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.access.Authorities;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Authorities as a hub would keep them, in this object. Takes `good` for a certificate and for a proof.
public final class AuthoritiesInMemory implements Authorities {
    public static final String CODE = "3F2A91C07B10DD42".repeat(3);

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public volatile Optional<Problem> down = Optional.empty();
    public volatile OptionalLong devices = OptionalLong.of(12);
    private final TreeMap<String, AuthorityView> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// Puts one in that is there already.
    public void has(String name, boolean verified, Duration left) {
        put(name, "CN=" + name + ",OU=Drives,O=Waterworks North,C=DE", verified, left);
    }

    public synchronized void put(String name, String subject, boolean verified, Duration left) {
        Instant now = Instant.now();
        String digits = digits(name);
        String pem = "-----BEGIN CERTIFICATE-----\n" + name + "\n-----END CERTIFICATE-----\n";
        Instant begins = now.minus(Duration.ofDays(400));
        all.put(
                name,
                new AuthorityView(
                        name, subject, digits, begins, now.plus(left), verified, verified ? "" : CODE, now, now, pem));
    }

    @Override
    public synchronized List<AuthorityView> list() {
        answers();
        return List.copyOf(all.values());
    }

    @Override
    public synchronized AuthorityView add(NewAuthority authority) {
        answers();
        calls.add("add " + authority.name() + " verified=" + authority.verified());
        refuseUnless(
                authority.certificate().equals("good"),
                "authority.refused",
                "The certificate is refused: it is no certificate in PEM.",
                "Send the certificate of an authority, alone and as PEM.");
        has(authority.name(), authority.verified(), Duration.ofDays(3650));
        return all.get(authority.name());
    }

    @Override
    public synchronized AuthorityView verify(String name, String certificate) {
        answers();
        calls.add("verify " + name);
        refuseUnless(
                certificate.equals("good"),
                "authority.unproven",
                "The certificate does not prove that you hold the authority's key: it is not signed by \"" + name
                        + "\".",
                "Sign one with the authority's key whose subject is CN=" + CODE + ".");
        has(name, true, Duration.ofDays(3650));
        return all.get(name);
    }

    @Override
    public synchronized void delete(String name) {
        answers();
        calls.add("delete " + name);
        all.remove(name);
    }

    @Override
    public OptionalLong devices() {
        answers();
        return devices;
    }

    private static String digits(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void answers() {
        down.ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private static void refuseUnless(boolean good, String code, String what, String remedy) {
        if (!good) {
            throw new ProblemException(new Problem(code, what, remedy));
        }
    }
}
