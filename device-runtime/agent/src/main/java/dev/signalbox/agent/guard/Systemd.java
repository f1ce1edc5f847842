// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Tells systemd how the node is, when it was started by it; else nobody. See sd_notify(3).
public final class Systemd {
    private static final String SOCKET = "NOTIFY_SOCKET";
    private static final String PERIOD = "WATCHDOG_USEC";
    private static final String FOR_WHOM = "WATCHDOG_PID";

    private final Optional<String> socket;
    private final Optional<Duration> interval;

    private Systemd(Optional<String> socket, Optional<Duration> interval) {
        this.socket = socket;
        this.interval = interval;
    }

    /// As the environment tells.
    public static Systemd of(Map<String, String> environment) {
        return of(environment, ProcessHandle.current().pid());
    }

    static Systemd of(Map<String, String> environment, long pid) {
        Optional<String> socket = Optional.ofNullable(environment.get(SOCKET)).filter(name -> !name.isBlank());
        boolean ours = Optional.ofNullable(environment.get(FOR_WHOM))
                .map(Long.toString(pid)::equals)
                .orElse(true);
        Optional<Duration> interval = Optional.ofNullable(environment.get(PERIOD))
                .filter(given -> ours && given.matches("[1-9]\\d{0,15}"))
                .map(given -> Duration.ofNanos(Long.parseLong(given) * 1_000).dividedBy(3));
        return new Systemd(socket, interval);
    }

    /// How often it wants to hear that the node is well: three times in its patience.
    Optional<Duration> interval() {
        return interval;
    }

    void ready() {
        tell("READY=1");
    }

    void alive() {
        if (interval.isPresent()) {
            tell("WATCHDOG=1");
        }
    }

    void stopping() {
        tell("STOPPING=1");
    }

    private void tell(String word) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            Datagram.send(socket.get(), word);
        } catch (IllegalStateException | LinkageError refused) {
            System.getLogger("node").log(Level.WARNING, "systemd does not hear " + word, refused);
        }
    }
}
