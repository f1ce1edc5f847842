// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import dev.signalbox.protocol.codec.Ed25519;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose signatures count changes while a node runs what somebody signed.
class TrustChangeTest {
    private final KeyPair anna = Ed25519.generate();

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
        bench.hub.trusted = Map.of("me", bench.hub.owner, "anna", anna);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private static String saying(String text) {
        return "public class Hello extends CustomService { public void start() { debug(\"" + text + "\"); } }";
    }

    private static String dying() {
        return "public class Hello extends CustomService {\n"
                + "    public void start() { throw new IllegalStateException(\"valve stuck\"); }\n}";
    }

    private void trust(Map<String, KeyPair> operators, int signatures) {
        bench.hub.trusted = operators;
        bench.hub.signatures = signatures;
        bench.hub.trustVersion++;
    }

    @Test
    void aNodeGoesBackToWhatSomebodySignedWhoWentIfAnotherHasSignedItToo() {
        bench.hub.signer = anna;
        bench.run(1, saying("hers"));
        bench.awaitLine("hers");
        trust(Map.of("me", bench.hub.owner), 1);
        bench.hub.countersign(1, bench.hub.owner);
        bench.hub.signer = bench.hub.owner;
        bench.run(2, dying());
        bench.awaitStand("1 2 FELL_BACK release.fell-back");
        bench.awaiting("hers runs again", () -> bench.count("hers") == 2);
        bench.restart();
        bench.awaitLine("hers");
    }

    @Test
    void whatNobodyElseSignedIsNotGoneBackToAndHindersNothing() {
        bench.hub.signer = anna;
        bench.run(1, saying("hers"));
        bench.awaitLine("hers");
        trust(Map.of("me", bench.hub.owner), 1);
        bench.hub.signer = bench.hub.owner;
        bench.run(2, saying("mine"));
        bench.awaitLine("mine");
        bench.hub.signer = anna;
        bench.run(3, saying("hers again"));
        bench.awaitStand("2 3 REFUSED trust.signature-refused");
    }

    @Test
    void oneSignatureIsNotEnoughWhereTwoAreWanted() {
        bench.run(1, saying("one"));
        bench.awaitLine("one");
        trust(Map.of("me", bench.hub.owner, "anna", anna), 2);
        Order second = bench.hub.release(2, saying("two"));
        bench.order(second);
        bench.awaitStand("1 2 REFUSED release.too-few-signatures");
        bench.hub.countersign(2, anna);
        bench.restart();
        bench.order(second);
        bench.awaitLine("two");
    }
}
