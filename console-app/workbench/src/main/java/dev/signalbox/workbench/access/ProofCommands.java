// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

/// How somebody who holds an authority's key makes the certificate that proves it.
///
/// @param code the verification code, which becomes the certificate's common name
public record ProofCommands(String code) {
    /// Two lines for a shell on any system with OpenSSL, where `authority.pem` and `authority.key` lie. Good for a day.
    public String text() {
        return "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj \"/CN=" + code + "\""
                + " -keyout proof.key -out proof.csr\n"
                + "openssl x509 -req -in proof.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 1"
                + " -out proof.pem";
    }
}
