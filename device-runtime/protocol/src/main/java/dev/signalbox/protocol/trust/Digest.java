// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.trust;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A SHA-256 of some bytes, written `sha256:<64 hex digits>`. Made by `codec.Digests`.
public record Digest(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    @JsonCreator
    public Digest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A digest is sha256: and 64 hex digits");
        }
    }

    /// The hex digits alone, fit for a file name.
    public String hex() {
        return value.substring("sha256:".length());
    }

    @Override
    public String toString() {
        return value;
    }
}
