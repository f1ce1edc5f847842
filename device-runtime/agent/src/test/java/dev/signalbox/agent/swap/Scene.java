// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import dev.signalbox.testing.packages.SampleJar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A node on which a release is on its way: number 2, of two services, with a package and a secret. Number 1 may run
/// before it, number 3 may follow.
final class Scene {
    /// What becomes of release 2 if nothing is in its way.
    enum Kind {
        /// It replaces release 1 and settles.
        GOOD,
        /// It dies in its trial, and release 1 runs again.
        DYING,
        /// Nothing ran before it.
        FIRST
    }

    final Kind kind;
    final HubTable hub = new HubTable();
    final Order former;
    final Order asked;
    final Order newer;

    Scene(Kind kind, Path jars) throws IOException {
        this.kind = kind;
        former = hub.release(1, source("Left", 1, ""), source("Right", 1, ""));
        hub.properties = Map.of("key", "secret:pump@2");
        hub.bring(
                "Left",
                "org.example:tool:2",
                new SampleJar().file("tool.txt", new byte[] {1, 2, 3}).write(jars.resolve("tool-" + kind + ".jar")));
        String end = kind == Kind.DYING ? "throw new IllegalStateException(\"valve stuck\");" : "";
        asked = hub.release(2, source("Left", 2, ""), source("Right", 2, end));
        hub.properties = Map.of();
        hub.packages.clear();
        newer = hub.release(3, source("Left", 3, ""), source("Right", 3, ""));
    }

    /// Says when it starts and stops.
    private static String source(String name, int release, String end) {
        return """
                public class %1$s extends CustomService {
                    public void start() { debug("%1$s starts %2$d"); %3$s }
                    public void stop() { debug("%1$s stops %2$d"); }
                }
                """.formatted(name, release, end);
    }

    /// None for a release that is not to die in it.
    Duration trial() {
        return kind == Kind.DYING ? Duration.ofSeconds(60) : Duration.ZERO;
    }

    /// Has what ran before run.
    void begin(Witness witness) {
        if (kind != Kind.FIRST) {
            witness.bench().order(former);
            witness.awaitWhole(standing(former), 1);
        }
    }

    /// Waits until what ran before runs again.
    void resume(Witness witness) {
        if (kind != Kind.FIRST) {
            witness.awaitWhole(standing(former), 1);
        }
    }

    /// Waits until release 2 has come to its end.
    void awaitEnd(Witness witness) {
        witness.awaitWhole(end(), kind == Kind.DYING ? 1 : 2);
    }

    String end() {
        return kind == Kind.DYING ? "1 2 FELL_BACK release.fell-back" : standing(asked);
    }

    /// Orders release 3, and waits until it runs.
    void goOn(Witness witness) {
        witness.bench().order(newer);
        awaitNewer(witness);
    }

    void awaitNewer(Witness witness) {
        witness.awaitWhole(standing(newer), 3);
    }

    /// Of a release that lives.
    String standing(Order order) {
        return order.release() + " " + order.release() + (kind == Kind.DYING ? " TRIAL" : " SETTLED");
    }
}
