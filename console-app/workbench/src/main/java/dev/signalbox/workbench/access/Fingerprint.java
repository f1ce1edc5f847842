// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

/// A certificate's fingerprint as people compare it.
///
/// @param digits hexadecimal, 64 of them for SHA-256
public record Fingerprint(String digits) {
    private static final int SHOWN = 8;

    /// In pairs, as OpenSSL prints it.
    public String inPairs() {
        return digits.replaceAll("..(?!$)", "$0:");
    }

    /// The same, half of them on each line.
    public String inTwoLines() {
        String pairs = inPairs();
        int half = (pairs.length() + 1) / 2;
        return pairs.substring(0, half) + "\n" + pairs.substring(half);
    }

    /// Its beginning and its end; enough to tell a few certificates apart, not to trust one.
    public String shortened() {
        return digits.length() <= 2 * SHOWN
                ? digits
                : digits.substring(0, SHOWN) + "…" + digits.substring(digits.length() - SHOWN);
    }
}
