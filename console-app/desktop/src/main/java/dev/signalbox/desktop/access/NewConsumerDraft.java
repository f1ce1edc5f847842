// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.operator.consumer.NewConsumerToken;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A consumer token as typed into the form.
///
/// @param all whether it may read all streams, also those made later; then what is ticked does not count
record NewConsumerDraft(String name, ReadingLife life, boolean all, Set<Long> ticked) {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/]{1,64}");

    NewConsumerDraft {
        name = name.strip();
        ticked = Set.copyOf(ticked);
    }

    /// What is wrong with the name; empty when nothing is or nothing was typed yet.
    String nameComplaint(Predicate<String> taken) {
        if (name.isEmpty()) {
            return "";
        }
        if (taken.test(name)) {
            return "There is a token of that name.";
        }
        return NAME.matcher(name).matches() ? "" : "At most 64 characters, without a slash.";
    }

    boolean isReady(Predicate<String> taken) {
        return !name.isEmpty() && nameComplaint(taken).isEmpty() && (all || !ticked.isEmpty());
    }

    NewConsumerToken token(Instant now) {
        List<Long> channels = all ? List.of() : ticked.stream().sorted().toList();
        return new NewConsumerToken(name, channels, life.end(now));
    }

    /// The channel that is shown as an example: the first it may read, or the default stream's.
    long example() {
        return all ? 1 : ticked.stream().sorted().findFirst().orElse(1L);
    }
}
