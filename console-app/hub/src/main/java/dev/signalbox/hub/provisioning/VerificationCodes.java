// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import java.security.SecureRandom;

/// Codes that people compare: eight of 32 letters and digits, without those that look alike.
final class VerificationCodes {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCodes() {}

    /// Such as `K7QM-3XTA`.
    static String make() {
        return letters(LETTERS, 4) + "-" + letters(LETTERS, 4);
    }

    /// The end of an id for a device that asked for none.
    static String idEnd() {
        return letters(LETTERS, 8).toLowerCase(java.util.Locale.ROOT);
    }

    private static String letters(String of, int many) {
        var letters = new StringBuilder();
        RANDOM.ints(many, 0, of.length()).forEach(at -> letters.append(of.charAt(at)));
        return letters.toString();
    }
}
