// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.authority.AuthorityView;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// What it costs to delete an authority, in words. The hub knows how many devices come in by an authority, but not by
/// which; so a number is told only where there is no other.
///
/// @param all the authorities there are
/// @param devices how many devices come in by any of them; empty when that is not known
/// @param now the time by which some have ended
public record AuthorityLoss(List<AuthorityView> all, OptionalLong devices, Instant now) {
    private static final String SIGNED =
            "Devices whose certificates it signed are disconnected and refused from then on.";

    public String words(AuthorityView deleted) {
        return switch (AuthorityStanding.of(deleted, now)) {
            case WAITING -> "It waits for its proof and lets nobody in yet. No device loses its way in.";
            case NOT_YET_VALID -> "It is not valid yet and lets nobody in. No device loses its way in.";
            case ENDED ->
                "It has ended and lets nobody in any more. Devices that are still connected by it are "
                        + "disconnected.";
            case PROVEN -> devices.isEmpty() ? SIGNED : words(devices.getAsLong(), others(deleted));
        };
    }

    private static String words(long devices, long others) {
        if (devices == 0) {
            return "The hub has no device that comes in by an authority. None loses its way in.";
        }
        if (others > 0) {
            return SIGNED + " The hub has " + count(devices)
                    + " by an authority, and cannot tell how many by this one; "
                    + "those of other authorities come back at once.";
        }
        return "No other authority lets devices in: "
                + (devices == 1 ? "1 device loses" : number(devices) + " devices lose")
                + " the way in and cannot come back before an authority is entered that signed "
                + (devices == 1 ? "its certificate." : "their certificates.");
    }

    private static String count(long devices) {
        return devices == 1 ? "1 device that comes in" : number(devices) + " devices that come in";
    }

    private static String number(long devices) {
        return String.format(java.util.Locale.ROOT, "%,d", devices);
    }

    private long others(AuthorityView deleted) {
        return all.stream()
                .filter(one -> !one.name().equals(deleted.name()))
                .filter(one -> AuthorityStanding.of(one, now) == AuthorityStanding.PROVEN)
                .count();
    }
}
