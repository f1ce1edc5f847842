// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import dev.signalbox.local.app.LocalApp;
import dev.signalbox.local.message.WhenFull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// Sends 1, 2, 3 ... for as long as it lives, and notes how far it came.
final class CountingApp {
    private CountingApp() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path noted = folder.resolve("sent");
        long n = Files.exists(noted) ? Long.parseLong(Files.readString(noted).strip()) : 0;
        try (var app = LocalApp.named("counting")
                .socket(folder.resolve("s"))
                .durable(folder.resolve("buffer"), 20_000, WhenFull.WAIT)
                .build()) {
            app.start();
            System.out.println("ready");
            while (true) {
                app.send(Map.of("n", ++n));
                Path next = Files.writeString(folder.resolve("sent.new"), Long.toString(n));
                Files.move(next, noted, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
