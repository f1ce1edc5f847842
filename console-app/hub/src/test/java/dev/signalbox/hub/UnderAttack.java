// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.SasTokens;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// A hub that is attacked again and again. After each attack its victim is what it was, and is served on; and the audit
/// trail holds no secret, nothing that steers a terminal, and no accident.
@Timeout(120)
@Isolated("reads what the whole process logs, and how much memory it takes")
abstract class UnderAttack {
    static final String HOST = "127.0.0.1";

    @TempDir
    static Path folder;

    static Site site;
    static Desk desk;
    static BackEnd owner;
    static AuditTrail audit;
    static DeviceKeys victim;
    static DeviceKeys thief;
    static Pump served;

    private static List<String> before = List.of();

    @BeforeAll
    static void startSite() throws Exception {
        audit = new AuditTrail();
        site = new Site(folder);
        desk = Desk.signedIn(site);
        owner = BackEnd.owner(desk);
        victim = desk.addNode("victim", Map.of("hall", "A"));
        thief = desk.addNode("thief", Map.of());
        served = Pump.signedIn(site, victim);
        before = List.of();
    }

    @AfterAll
    static void stopSite() throws Exception {
        assertThat(DeviceStoreReader.texts(folder, "victim")).containsOnly("still here");
        served.close();
        desk.close();
        site.close();
        audit.close();
    }

    @BeforeEach
    final void lookOnce() {
        if (before.isEmpty()) {
            look();
        }
    }

    /// To be called by an attack that changes something on purpose.
    static void look() {
        before = state();
    }

    @AfterEach
    final void nobodyIsHurt() throws Exception {
        assertThat(state()).isEqualTo(before);
        assertThat(served.lost).isFalse();
        served.send("still here", Map.of());
        audit.isClean(victim.primaryKey(), victim.secondaryKey(), thief.primaryKey(), owner.key(), desk.bearer);
    }

    /// What an attack must not change.
    private static List<String> state() {
        return List.of(
                owner.get("/devices/victim")
                        .body()
                        .replaceAll("\"(lastActivityTime|connectionStateUpdatedTime)\":\"[^\"]*\"", ""),
                owner.get("/twins/victim")
                        .body()
                        .replaceAll("\"(lastActivityTime|connectionStateUpdatedTime)\":\"[^\"]*\"", ""),
                owner.json("/statistics/devices").get("totalDeviceCount").toString(),
                desk.get(Paths.POLICIES).body(),
                desk.get(Paths.TRUST).body(),
                desk.get(Paths.RELEASES).body(),
                desk.get(Paths.SERVICES).body(),
                desk.get(Sender.files("victim")).body());
    }

    static Instant later() {
        return Instant.now().plusSeconds(600);
    }

    static String token(String resource, String key) {
        return SasTokens.make(HOST + resource, key, later());
    }
}
