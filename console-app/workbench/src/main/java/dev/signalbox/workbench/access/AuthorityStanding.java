// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.operator.authority.AuthorityView;
import java.time.Instant;

/// Whether an authority lets devices in, and if not, why.
public enum AuthorityStanding {
    WAITING,
    NOT_YET_VALID,
    PROVEN,
    ENDED;

    public static AuthorityStanding of(AuthorityView authority, Instant now) {
        if (!now.isBefore(authority.ends())) {
            return ENDED;
        }
        if (!authority.verified()) {
            return WAITING;
        }
        return now.isBefore(authority.begins()) ? NOT_YET_VALID : PROVEN;
    }
}
