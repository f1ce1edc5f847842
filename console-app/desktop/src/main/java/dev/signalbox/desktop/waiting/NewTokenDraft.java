// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A provisioning token as typed into the form.
///
/// @param onlyId the only id it lets in; empty for any
record NewTokenDraft(String name, Life life, String onlyId, boolean singleUse, String tags, Beforehand beforehand) {
    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,64}");

    /// Who is let in without a person.
    ///
    /// @param ids as typed, with commas or line ends between
    /// @param replaces whether such a device takes the place of one of that id
    record Beforehand(String ids, boolean replaces) {
        private static final int MOST = 1_000;

        List<String> list() {
            return Ids.split(ids);
        }

        String complaint(String onlyId) {
            List<String> list = list();
            if (list.size() > MOST) {
                return "At most " + MOST + " ids; these are " + list.size() + ".";
            }
            Optional<String> other = list.stream()
                    .filter(id -> !onlyId.isEmpty() && !id.equals(onlyId))
                    .findFirst();
            return list.stream()
                    .map(Ids::complaint)
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .or(() -> other.map(id -> "This token lets in " + onlyId + " only."))
                    .orElse("");
        }
    }

    NewTokenDraft {
        name = name.strip();
        onlyId = onlyId.strip();
    }

    /// What is wrong with the name; empty when nothing is or nothing was typed yet.
    ///
    /// @param taken whether an open token has it
    String nameComplaint(Predicate<String> taken) {
        if (name.isEmpty()) {
            return "";
        }
        if (taken.test(name)) {
            return "There is an open token of that name.";
        }
        return NAME.matcher(name).matches() ? "" : "At most 64 characters, on one line.";
    }

    String onlyIdComplaint() {
        return onlyId.isEmpty() ? "" : Ids.complaint(onlyId);
    }

    String tagsComplaint() {
        return Tags.complaint(tags);
    }

    String beforehandComplaint() {
        return beforehand.complaint(onlyId);
    }

    boolean isReady(Predicate<String> taken) {
        return !name.isEmpty()
                && nameComplaint(taken).isEmpty()
                && onlyIdComplaint().isEmpty()
                && tagsComplaint().isEmpty()
                && beforehandComplaint().isEmpty();
    }

    NewToken token(Instant now) {
        List<DeviceId> ids = beforehand.list().stream().map(DeviceId::new).toList();
        return new NewToken(
                name,
                Optional.of(onlyId).filter(id -> !id.isEmpty()).map(DeviceId::new),
                singleUse,
                ids,
                beforehand.replaces() && !ids.isEmpty(),
                Tags.read(tags),
                life.end(now));
    }
}
