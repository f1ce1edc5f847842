// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The sources of services that do what they should not, and of good ones beside them.
final class BadServices {
    private static final int RELAYS = 18;

    private BadServices() {}

    /// One of the kinds in the folder `bad`.
    static String source(String kind) {
        try (var file = Objects.requireNonNull(BadServices.class.getResourceAsStream("/bad/" + kind + ".java"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Twenty in a row: one numbers 1,000 messages a second, the last one keeps the ledger, and says
    /// what it misses, what it has twice, and each thousandth.
    static List<String> good() {
        var all = new ArrayList<String>();
        all.add("""
                public class Source extends CustomService {
                    private long n;
                    public void start() { every(Duration.ofMillis(10), () -> send()); }
                    private void send() { for (int i = 0; i < 10; i++) { emit(Map.of("n", ++n)); } }
                }
                """);
        IntStream.range(0, RELAYS).forEach(i -> all.add("""
                public class Relay%d extends CustomService {
                    public void process(Message message) { emit(Map.of("n", message.body().get("n").asLong())); }
                }
                """.formatted(i)));
        all.add("""
                public class Sink extends CustomService {
                    private long last;
                    public void process(Message message) {
                        long n = message.body().get("n").asLong();
                        if (n != last + 1) { debug("LOST or twice: " + n + " after " + last); }
                        last = n;
                        if (n % 1_000 == 0) { debug("ledger " + n); }
                    }
                }
                """);
        return all;
    }
}
