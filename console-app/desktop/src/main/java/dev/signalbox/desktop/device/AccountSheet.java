// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.report.Account;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A device's account in words and numbers, as they are shown.
///
/// @param parts what became of the messages that were taken, as the bar has them
/// @param verdict whether the parts make the whole, in a few words
/// @param told how long ago the device said so
record AccountSheet(Line taken, List<Line> parts, Line refused, boolean agrees, String verdict, String told, Hub hub) {
    /// One number of the account.
    ///
    /// @param part how it is drawn
    /// @param words what it means
    record Line(Part part, long count, String words) {
        String number() {
            return AccountSheet.number(count);
        }
    }

    /// What a number stands for.
    enum Part {
        TAKEN("Taken"),
        FORWARDED("Forwarded"),
        WAITING("Waiting"),
        EXPIRED("Expired"),
        DISPLACED("Displaced"),
        DAMAGED("Damaged"),
        REFUSED("Refused");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /// What its colour is called.
        String styleName() {
            return "account-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the hub counted, in words.
    record Hub(String stored, String repeated, String since) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    AccountSheet {
        parts = List.copyOf(parts);
    }

    static AccountSheet of(AccountView view, Instant now) {
        Account account = view.account();
        List<Line> parts = List.of(
                new Line(Part.FORWARDED, account.forwarded(), "the hub has acknowledged them"),
                new Line(Part.WAITING, account.waiting(), waiting(account)),
                new Line(Part.EXPIRED, account.expired(), "given up, too old"),
                new Line(Part.DISPLACED, account.displaced(), "given up for newer ones"),
                new Line(Part.DAMAGED, account.damaged(), "could not be read from its disk any more"));
        return new AccountSheet(
                new Line(Part.TAKEN, account.taken(), "accepted, and from then on safe on the device's disk"),
                parts,
                new Line(Part.REFUSED, account.refused(), "never taken, mostly for lack of room"),
                account.agrees(),
                verdict(account, parts),
                "told " + Ages.since(view.toldAt(), now) + " ago",
                hub(view.counted()));
    }

    private static String waiting(Account account) {
        return account.waiting() == 0 ? "on its disk" : "on its disk, " + bytes(account.waitingBytes());
    }

    private static String verdict(Account account, List<Line> parts) {
        long sum = parts.stream().mapToLong(Line::count).sum();
        long off = account.taken() - sum;
        if (off == 0) {
            return "None is unaccounted for.";
        }
        return off > 0
                ? number(off) + " of those taken are not accounted for."
                : number(-off) + " more are accounted for than were taken.";
    }

    private static Hub hub(AccountView.Counted counted) {
        return new Hub(number(counted.stored()), number(counted.repeated()), "since " + TIME.format(counted.since()));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String bytes(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " bytes";
        }
        if (bytes < 1 << 20) {
            return String.format(Locale.ROOT, "%,.1f KiB", bytes / 1024.0);
        }
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / 1048576.0);
    }
}
