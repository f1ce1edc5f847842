// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.authority.Authorities;
import dev.signalbox.hub.authority.Holder;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.session.Paths;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An authority that is deleted at the very moment at which a device is let in by it.
@Timeout(180)
class AuthorityDeletedMeanwhileTest {
    private static final Runnable NOTHING = () -> {};

    /// What happens while the hub looks at a device's certificate: it knows the authorities already, and asks for the
    /// time next.
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(NOTHING);

    @Test
    void whoIsLetInByItDoesNotStay(@TempDir Path folder) throws Exception {
        try (var site = new Site(folder, clock());
                var desk = Desk.signedIn(site)) {
            Holder root = Holder.root("Pumps");
            desk.ask("POST", Paths.AUTHORITIES, new NewAuthority("pumps", root.pem(), true));
            register(desk, "early", "late");
            try (var early = knocks(site, root.device("early"));
                    var late = knocks(site, root.device("late"))) {
                assertThat(early.signsIn("early", "")).isZero();
                meanwhile.set(() -> {
                    desk.ask("DELETE", Paths.AUTHORITIES + "/pumps", "");
                    assertThat(early.isShutOut())
                            .as("who came in before is out")
                            .isTrue();
                });
                assertThat(late.signsIn("late", "")).as("it was let in").isZero();
                assertThat(meanwhile.get()).as("all of it came between").isSameAs(NOTHING);
                assertThat(late.isShutOut()).as("it does not stay").isTrue();
            }
        }
    }

    private static void register(Desk desk, String... devices) {
        BackEnd backEnd = BackEnd.owner(desk);
        for (String device : devices) {
            backEnd.ask("PUT", "/devices/" + device, "{\"authentication\":{\"type\":\"certificateAuthority\"}}");
        }
    }

    private static Intruder knocks(Site site, Holder device) throws Exception {
        return Intruder.atMqtt(site, new Certificate(device.certificate(), device.key()));
    }

    private Clock clock() {
        InstantSource source = () -> {
            if (meanwhile.get() != NOTHING && isLookingAtACertificate()) {
                meanwhile.getAndSet(NOTHING).run();
            }
            return Instant.now();
        };
        return source.withZone(ZoneOffset.UTC);
    }

    private static boolean isLookingAtACertificate() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(Authorities.class.getName())
                        && frame.getMethodName().equals("check")));
    }
}
