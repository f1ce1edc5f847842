// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import java.util.Optional;

/// The fields of the form for a job.
enum JobField {
    ID,
    METHOD,
    DOCUMENT,
    RESPONSE,
    CONDITION,
    START,
    RULE,
    UNTIL,
    WINDOW,
    RATE,
    ATTEMPTS;

    /// Which field a problem of the hub's is about; empty if it is about none.
    static Optional<JobField> of(String code) {
        return switch (code) {
            case "job.id-refused", "job.exists" -> Optional.of(ID);
            case "job.document-refused" -> Optional.of(DOCUMENT);
            case "job.start-refused" -> Optional.of(START);
            case "job.window-refused" -> Optional.of(WINDOW);
            case "job.rate-refused" -> Optional.of(RATE);
            case "job.attempts-refused" -> Optional.of(ATTEMPTS);
            case "job.rule-refused" -> Optional.of(RULE);
            default -> byFamily(code.substring(0, code.indexOf('.') + 1));
        };
    }

    private static Optional<JobField> byFamily(String family) {
        return switch (family) {
            case "query." -> Optional.of(CONDITION);
            case "method." -> Optional.of(METHOD);
            case "twin." -> Optional.of(DOCUMENT);
            default -> Optional.empty();
        };
    }
}
