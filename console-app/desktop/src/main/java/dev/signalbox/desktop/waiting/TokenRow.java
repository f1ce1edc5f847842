// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;

/// A provisioning token in words.
///
/// @param now when it was read
record TokenRow(TokenView token, Instant now) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    /// Where a token stands.
    enum State {
        OPEN("open", Chip.Tone.GOOD),
        EXPIRED("expired", Chip.Tone.OUTLINE),
        REVOKED("revoked", Chip.Tone.DANGER),
        USED_UP("used up", Chip.Tone.PLAIN);

        private final String words;
        private final Chip.Tone tone;

        State(String words, Chip.Tone tone) {
            this.words = words;
            this.tone = tone;
        }

        String words() {
            return words;
        }

        Chip.Tone tone() {
            return tone;
        }
    }

    String id() {
        return token.id();
    }

    String name() {
        return token.name();
    }

    /// The hub says whether it is open, by its own clock; why not is worked out here.
    State state() {
        if (token.open()) {
            return State.OPEN;
        }
        if (token.revoked().isPresent()) {
            return State.REVOKED;
        }
        return token.singleUse() && token.uses() > 0 ? State.USED_UP : State.EXPIRED;
    }

    boolean isOpen() {
        return token.open();
    }

    /// For whom, and how often.
    String limits() {
        var words = new StringJoiner(", ");
        token.deviceId().map(DeviceId::value).ifPresentOrElse(id -> words.add("only " + id), () -> words.add("any id"));
        if (token.singleUse()) {
            words.add("single use");
        }
        return words.toString();
    }

    /// How many it lets in without a person; empty for none, as once it ended.
    String preApprovedWords() {
        int number = isOpen() ? token.preApproved().size() : 0;
        return number == 0 ? "" : number == 1 ? "1 id" : number + " ids";
    }

    List<String> preApproved() {
        return token.preApproved().stream().map(DeviceId::value).sorted().toList();
    }

    String uses() {
        return token.uses() == 0 ? "none" : Long.toString(token.uses());
    }

    String used() {
        return token.used()
                .map(at -> (token.uses() == 1 ? "1 device, " : token.uses() + " devices, the last ")
                        + Ages.since(at, now) + " ago")
                .orElse("no device yet");
    }

    /// When it ends or ended, in the list.
    String ends() {
        return token.revoked().or(token::expires).map(TIME::format).orElse("when it is revoked");
    }

    /// The same with what is left.
    String endsWhole() {
        if (token.revoked().isPresent()) {
            return "revoked " + ends();
        }
        return token.expires()
                .map(end -> end.isAfter(now) ? ends() + ", in " + Ages.since(now, end) : ends())
                .orElse("when it is revoked");
    }

    String made() {
        return TIME.format(token.made()) + " by " + token.madeBy();
    }

    String tags() {
        return token.tags().isEmpty() ? "none" : Tags.write(token.tags());
    }
}
