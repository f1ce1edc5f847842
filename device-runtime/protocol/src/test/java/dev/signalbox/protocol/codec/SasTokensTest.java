// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SasTokensTest {
    private static final String KEY = Base64.getEncoder().encodeToString("a key of some bytes".getBytes());
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final String RESOURCE = "hub.example.net/devices/pump-1";

    private final String token = SasTokens.make(RESOURCE, KEY, NOW.plusSeconds(60));

    @Test
    void aTokenIsGoodForItsResourceAndNoOther() {
        assertThat(SasTokens.isGood(token, RESOURCE, KEY, NOW)).isTrue();
        assertThat(SasTokens.isGood(token, "hub.example.net/devices/pump-2", KEY, NOW))
                .isFalse();
        assertThat(SasTokens.isGood(token, RESOURCE + "0", KEY, NOW)).isFalse();
    }

    @Test
    void resourcesAreComparedWithoutRegardToCase() {
        assertThat(SasTokens.isGood(token, "HUB.example.net/devices/PUMP-1", KEY, NOW))
                .isTrue();
    }

    @Test
    void aTokenForTheHubIsGoodForItsDevices() {
        String wide = SasTokens.make("hub.example.net", KEY, NOW.plusSeconds(60));
        assertThat(SasTokens.isGood(wide, RESOURCE, KEY, NOW)).isTrue();
        assertThat(SasTokens.isGood(wide, "hub.example.network/devices/pump-1", KEY, NOW))
                .isFalse();
    }

    @Test
    void itEndsWithItsTimeAndWithAnotherKey() {
        String other = Base64.getEncoder().encodeToString("another".getBytes());
        assertThat(SasTokens.isGood(token, RESOURCE, KEY, NOW.plusSeconds(61))).isFalse();
        assertThat(SasTokens.isGood(token, RESOURCE, other, NOW)).isFalse();
    }

    @Test
    void fieldsMayComeInAnyOrderAndTheResourceUnencodedAsJavaDevicesSendIt() {
        String unencoded = unencodedToken();
        String[] fields = unencoded.substring("SharedAccessSignature ".length()).split("&");
        String shuffled = "SharedAccessSignature " + fields[2] + "&" + fields[0] + "&" + fields[1];
        assertThat(SasTokens.isGood(unencoded, RESOURCE, KEY, NOW)).isTrue();
        assertThat(SasTokens.isGood(shuffled, RESOURCE, KEY, NOW)).isTrue();
    }

    @Test
    void junkIsNoToken() {
        for (String junk : new String[] {
            "",
            "SharedAccessSignature ",
            "SharedAccessSignature sr=%zz&sig=a&se=1",
            "Bearer x",
            "SharedAccessSignature sr=a&sig=b&se=notanumber",
            token + "x".repeat(5000)
        }) {
            assertThat(SasTokens.isGood(junk, RESOURCE, KEY, NOW)).isFalse();
        }
    }

    /// Signed over the resource as it stands, slashes and all; the signature keeps its own + and /.
    private static String unencodedToken() {
        try {
            long se = NOW.plusSeconds(60).getEpochSecond();
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            byte[] sig = mac.doFinal((RESOURCE + "\n" + se).getBytes());
            return "SharedAccessSignature sr=" + RESOURCE + "&sig="
                    + Base64.getEncoder().encodeToString(sig) + "&se=" + se;
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
