// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.report.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What became of a node's messages, as far as somebody might want to do something about it.
final class OutboxWords {
    private OutboxWords() {}

    /// @param reported how many wait, as the node reported when its steps last changed
    /// @param told what it said since, if anything
    static String of(long reported, Optional<AccountView> told) {
        List<String> words = new ArrayList<>();
        add(words, told.map(view -> view.account().waiting()).orElse(reported), "waiting");
        told.map(AccountView::account).ifPresent(account -> addLosses(words, account));
        return words.isEmpty() ? "empty" : String.join(", ", words);
    }

    private static void addLosses(List<String> words, Account account) {
        add(words, account.expired(), "expired");
        add(words, account.displaced(), "displaced");
        add(words, account.damaged(), "damaged");
        add(words, account.refused(), "refused");
        if (!account.agrees()) {
            words.add("does not agree");
        }
    }

    private static void add(List<String> words, long count, String what) {
        if (count > 0) {
            words.add(String.format(Locale.ROOT, "%,d\u00a0%s", count, what));
        }
    }
}
