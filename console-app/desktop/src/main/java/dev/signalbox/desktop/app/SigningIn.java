// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.workbench.session.Workbench;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A session that is being opened elsewhere.
final class SigningIn {
    private final FutureTask<Workbench> opening;

    private SigningIn(FutureTask<Workbench> opening) {
        this.opening = opening;
    }

    static SigningIn begin(ConsoleOptions options) {
        var contact = new ContactFile(options.contact());
        var opening = new FutureTask<>(() -> contact.open(options.data()));
        Thread.ofVirtual().name("sign-in").start(opening);
        return new SigningIn(opening);
    }

    /// Waits for it.
    ///
    /// @throws Exception why there is none, as opening threw it
    Workbench session() throws Exception {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception refused ? refused : failed;
        }
    }
}
