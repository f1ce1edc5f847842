// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.util.Optional;

/// Who starts the node again when it ends: systemd, or the command that started it. It says so in
/// `SIGNALBOX_SUPERVISED`.
public interface Supervisor {
    /// The process ends with this when it wants to be started again: EX_TEMPFAIL.
    int RESTART_CODE = 75;

    /// Whether the node will be started again when it ends.
    boolean startsAgain();

    /// Ends the node, in order if that is possible in 20 s. Returns at once.
    void restart();

    /// Ends the node as it is. Does not return.
    void halt();

    /// As the environment tells.
    static Supervisor known() {
        boolean known = Optional.ofNullable(System.getenv("SIGNALBOX_SUPERVISED"))
                .filter(name -> !name.isBlank())
                .isPresent();
        return new Supervisor() {
            @Override
            public boolean startsAgain() {
                return known;
            }

            @Override
            public void restart() {
                Exit.soon(RESTART_CODE);
            }

            @Override
            public void halt() {
                Exit.now(RESTART_CODE);
            }
        };
    }
}
