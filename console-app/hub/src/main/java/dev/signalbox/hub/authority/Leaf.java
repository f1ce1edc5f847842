// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.authority;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/// Whether a certificate is for this device, and for signing in.
final class Leaf {
    private static final int SIGNS_DATA = 0;
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USE = "2.5.29.37.0";

    private Leaf() {}

    /// Throws `device.wrong-certificate` when it is not. A module's name is `device/module`.
    static void check(ClientId who, X509Certificate own) {
        if (!Certificates.commonNames(own).equals(List.of(who.toString()))) {
            throw new ProblemException(
                    ChainProblems.anotherName(who, Certificates.text(own.getSubjectX500Principal())));
        }
        boolean[] uses = own.getKeyUsage();
        if ((uses != null && !uses[SIGNS_DATA]) || !isForClients(own)) {
            throw new ProblemException(ChainProblems.anotherUse(who));
        }
    }

    private static boolean isForClients(X509Certificate own) {
        try {
            List<String> uses = own.getExtendedKeyUsage();
            return uses == null || uses.contains(CLIENT) || uses.contains(ANY_USE);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }
}
