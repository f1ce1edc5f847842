// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

import java.util.Locale;

/// What an operator is in a workspace. Each role has the rights of those before it.
public enum Role {
    VIEWER(Right.LOOK),
    AUTHOR(Right.WRITE),
    OPERATOR(Right.OPERATE),
    OWNER(Right.OWN);

    private final Right most;

    Role(Right most) {
        this.most = most;
    }

    public boolean has(Right right) {
        return right.compareTo(most) <= 0;
    }

    /// The first role that has a right.
    public static Role leastWith(Right right) {
        for (Role role : values()) {
            if (role.has(right)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No role has " + right);
    }

    /// As people read and write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
