// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A device that asks, or asked, in words.
record OperationRow(OperationView operation) {
    private static final Duration SOON = Duration.ofMinutes(10);

    String id() {
        return operation.id();
    }

    boolean waits() {
        return operation.state() == OperationState.WAITING;
    }

    /// The id it got, else the one it asked for.
    String device() {
        return operation.given().or(operation::wanted).map(DeviceId::value).orElse("no id asked for");
    }

    /// What to call it when nothing else is beside it.
    String name() {
        return operation.given().or(operation::wanted).map(DeviceId::value).orElse(operation.code());
    }

    /// Where it comes from and by what.
    String origin(Instant now) {
        return "asked " + Ages.since(operation.made(), now) + " ago from " + operation.from() + " · token "
                + operation.token();
    }

    /// How much of its time is left, from 1 to 0.
    double left(Instant now) {
        double whole = Duration.between(operation.made(), operation.expires()).toMillis();
        double left = Duration.between(now, operation.expires()).toMillis();
        return whole <= 0 ? 0 : Math.clamp(left / whole, 0, 1);
    }

    /// By the console's clock, which may not be the hub's: it is said, and nothing is refused for it.
    boolean isOver(Instant now) {
        return !now.isBefore(operation.expires());
    }

    boolean endsSoon(Instant now) {
        return now.isAfter(operation.expires().minus(SOON));
    }

    String leftWords(Instant now) {
        return isOver(now)
                ? "Its time is over. The device has to ask again."
                : Ages.since(now, operation.expires()) + " left";
    }

    /// When it was decided, or ended by itself.
    Instant ended() {
        return operation.decided().orElse(operation.expires());
    }

    /// Who decided.
    String decider() {
        return operation.decidedBy().isEmpty() ? "nobody" : operation.decidedBy();
    }

    /// Whether nobody compared a code.
    boolean isByToken() {
        return operation.decidedBy().startsWith("token ");
    }

    String outcome() {
        return operation.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    /// What its state means.
    String meaning() {
        return switch (operation.state()) {
            case WAITING -> "Somebody is to decide.";
            case APPROVED -> "It is let in and has not come for its registration yet.";
            case COLLECTED -> "It has its registration.";
            case REJECTED -> "Somebody said no.";
            case CANCELLED -> "It was taken back, or another device was let in by this id.";
            case EXPIRED -> "Nobody decided, or the device did not come back, in time.";
        };
    }

    Chip.Tone tone() {
        return switch (operation.state()) {
            case WAITING -> Chip.Tone.WARNING;
            case APPROVED -> Chip.Tone.ACCENT;
            case COLLECTED -> Chip.Tone.GOOD;
            case REJECTED -> Chip.Tone.DANGER;
            case CANCELLED -> Chip.Tone.PLAIN;
            case EXPIRED -> Chip.Tone.OUTLINE;
        };
    }

    /// What shutting it out does; empty when there is nothing to take back.
    Optional<String> lossWords() {
        return switch (operation.state()) {
            case APPROVED -> Optional.of("It has not come for its registration yet, and will not get it.");
            case COLLECTED ->
                Optional.of("It is disconnected at once, its registration ends and its keys are renewed."
                        + " What the hub knows of it stays. It may ask again.");
            case WAITING, REJECTED, CANCELLED, EXPIRED -> Optional.empty();
        };
    }
}
