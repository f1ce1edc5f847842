// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Follows a device's certificate from signature to signature up to an authority that the hub knows.
///
/// What the device showed besides its own certificate may come in any order and hold more than is needed.
record Chain(ClientId who, List<Trusted> known, Instant now) {
    /// The device's own certificate and those between it and the authority.
    static final int LONGEST = 5;

    /// Throws `device.wrong-certificate` when no verified authority is behind it.
    void check(List<X509Certificate> shown) {
        List<X509Certificate> path = new ArrayList<>(List.of(shown.getFirst()));
        Optional<Trusted> unverified = Optional.empty();
        while (path.size() <= LONGEST) {
            X509Certificate last = path.getLast();
            List<Trusted> signers = signers(last);
            List<Trusted> good = signers.stream().filter(Trusted::verified).toList();
            if (!good.isEmpty()) {
                validate(path, good);
                return;
            }
            unverified = unverified.or(() -> signers.stream().findFirst());
            path.add(next(last, shown, path).orElseThrow(unknown(last, unverified)));
        }
        throw refused(ChainProblems.tooLong(who, LONGEST));
    }

    private List<Trusted> signers(X509Certificate signed) {
        return known.stream()
                .filter(one -> Certificates.signed(one.certificate(), signed))
                .toList();
    }

    private static Optional<X509Certificate> next(
            X509Certificate last, List<X509Certificate> shown, List<X509Certificate> path) {
        return shown.stream()
                .filter(one -> !path.contains(one) && Certificates.signed(one, last))
                .findFirst();
    }

    private java.util.function.Supplier<ProblemException> unknown(X509Certificate last, Optional<Trusted> unverified) {
        return () -> refused(unverified
                .map(one -> ChainProblems.unverified(who, one.name()))
                .orElseGet(() -> ChainProblems.unknown(who, Certificates.text(last.getIssuerX500Principal()))));
    }

    /// The rules of RFC 5280, but for revocation: an authority that is deleted here, or a device that is disabled, is
    /// out. The rules leave the authority's own certificate to whoever trusts it.
    private void validate(List<X509Certificate> path, List<Trusted> signers) {
        var fit = signers.stream().filter(one -> isFit(one.certificate(), path)).toList();
        if (fit.isEmpty()) {
            throw refused(ChainProblems.unfit(who, signers.getFirst()));
        }
        try {
            var rules = new PKIXParameters(fit.stream()
                    .map(one -> new TrustAnchor(one.certificate(), null))
                    .collect(Collectors.toSet()));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), rules);
        } catch (CertPathValidatorException broken) {
            throw new ProblemException(ChainProblems.broken(who, path, broken), broken);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isFit(X509Certificate authority, List<X509Certificate> path) {
        return path.size() - 1 <= authority.getBasicConstraints()
                && !now.isBefore(authority.getNotBefore().toInstant())
                && now.isBefore(authority.getNotAfter().toInstant());
    }

    private static ProblemException refused(dev.signalbox.protocol.report.Problem problem) {
        return new ProblemException(problem);
    }
}
