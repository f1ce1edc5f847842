// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.X509Certificate;
import java.util.List;

/// What can be wrong with a certificate that an authority signed. To a device that is all one: it is not let in.
final class ChainProblems {
    private ChainProblems() {}

    static Problem anotherName(ClientId who, String subject) {
        return wrong(
                who + " shows a certificate of " + subject + ".",
                "Give it one whose subject has the common name " + who + ", and no other common name.");
    }

    static Problem anotherUse(ClientId who) {
        return wrong(
                "The certificate of " + who + " is not for signing in as a client.",
                "Leave its key usage out, or name digitalSignature and clientAuth.");
    }

    static Problem unknown(ClientId who, String issuer) {
        return wrong(
                "The certificate of " + who + " is signed by " + issuer + ", which this hub does not know.",
                "Add that authority to the hub, or have the device show the certificates between its own and an"
                        + " authority that the hub knows.");
    }

    static Problem unverified(ClientId who, String authority) {
        return wrong(
                "The certificate of " + who + " is signed by the authority \"" + authority
                        + "\", which nobody has verified.",
                "Have the authority sign its verification code, or add it as verified.");
    }

    static Problem tooLong(ClientId who, int most) {
        return wrong(
                "Between " + who + " and an authority that this hub knows are too many certificates.",
                "The device's and those in between may be " + most + "; add a nearer authority to the hub.");
    }

    static Problem unfit(ClientId who, Trusted authority) {
        X509Certificate certificate = authority.certificate();
        return wrong(
                "The authority \"" + authority.name() + "\", which signed for " + who + ", is good from "
                        + certificate.getNotBefore().toInstant() + " to "
                        + certificate.getNotAfter().toInstant()
                        + " only, and for " + certificate.getBasicConstraints()
                        + " authorities below it.",
                "Renew it, or add a nearer authority to the hub.");
    }

    static Problem broken(ClientId who, List<X509Certificate> path, CertPathValidatorException failure) {
        X509Certificate at = path.get(Math.max(0, failure.getIndex()));
        String whose = at.equals(path.getFirst())
                ? "The certificate of " + who
                : "The certificate of " + Certificates.text(at.getSubjectX500Principal()) + ", which signed for " + who
                        + ",";
        if (failure.getReason() == BasicReason.EXPIRED) {
            return wrong(whose + " ended at " + at.getNotAfter().toInstant() + ".", "Give the device a new one.");
        }
        if (failure.getReason() == BasicReason.NOT_YET_VALID) {
            return wrong(
                    whose + " begins at " + at.getNotBefore().toInstant() + " only.",
                    "Check the clocks of the hub and of whoever signed it.");
        }
        return wrong(whose + " breaks a rule: " + reason(failure) + ".", "Have it made anew.");
    }

    private static String reason(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    private static Problem wrong(String what, String remedy) {
        return new Problem("device.wrong-certificate", what, remedy);
    }
}
