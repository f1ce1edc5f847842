// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.workbench.operator.Trusted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An operator in words.
///
/// @param now when it was read
record OperatorRow(OperatorView view, Trusted trusted, Instant now) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    String name() {
        return view.name();
    }

    boolean isTrusted() {
        return trusted.believes(view.name(), view.publicKey());
    }

    /// Whether nodes believe another key under this name.
    boolean isTrustedOtherwise() {
        return !isTrusted()
                && trusted.keys().stream().anyMatch(key -> key.name().equals(view.name()));
    }

    String signature() {
        if (view.publicKey().isEmpty()) {
            return "none yet";
        }
        return isTrusted() ? "trusted" : isTrustedOtherwise() ? "another key is trusted" : "not trusted";
    }

    /// To the hour, as the hub notes it.
    String used() {
        return view.used().map(this::used).orElse("never");
    }

    private String used(Instant at) {
        return now.isBefore(at.plusSeconds(3600)) ? "within the hour" : Ages.since(at, now) + " ago";
    }

    String ends() {
        String what = view.kind() == OperatorKind.PROGRAM ? "token" : "invitation";
        return view.ends()
                .map(end ->
                        "The " + what + (view.state() == OperatorState.ENDED ? " ended " : " ends ") + TIME.format(end))
                .orElse("");
    }

    String made() {
        return TIME.format(view.made()) + " by " + view.madeBy();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
