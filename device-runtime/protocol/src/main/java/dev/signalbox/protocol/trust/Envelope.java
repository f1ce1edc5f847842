// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.trust;

import java.util.List;
import java.util.stream.Stream;

/// Signed bytes in the DSSE form (github.com/secure-systems-lab/dsse, envelope v1): the payload is base64, the
/// signature covers type and payload. Made and opened by `codec.Dsse`; never read the payload without its check.
public record Envelope(String payloadType, String payload, List<Signature> signatures) {
    /// Payload type of a `release.ReleaseManifest`.
    public static final String RELEASE = "application/vnd.signalbox.release+json";

    /// Payload type of a `TrustDocument`.
    public static final String TRUST = "application/vnd.signalbox.trust+json";

    public Envelope {
        signatures = List.copyOf(signatures);
        if (signatures.size() > 16) {
            throw new IllegalArgumentException("An envelope holds up to 16 signatures");
        }
    }

    /// The same with one more signature.
    public Envelope with(Signature another) {
        return new Envelope(
                payloadType,
                payload,
                Stream.concat(signatures.stream(), Stream.of(another)).toList());
    }

    /// @param keyid digest of the signer's public key, as a hint
    /// @param sig base64
    public record Signature(String keyid, String sig) {}
}
