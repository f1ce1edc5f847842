// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.authority.AuthorityView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AuthorityWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final AuthorityView PUMPS = authority("pumps", true, NOW.minusSeconds(60), NOW.plusSeconds(60));
    private static final AuthorityView PRESSES = authority("presses", true, NOW.minusSeconds(60), NOW.plusSeconds(60));
    private static final AuthorityView WAITING = authority("new", false, NOW.minusSeconds(60), NOW.plusSeconds(60));
    private static final AuthorityView ENDED = authority("old", true, NOW.minus(Duration.ofDays(9)), NOW);
    private static final AuthorityView EARLY = authority("next", true, NOW.plusSeconds(1), NOW.plusSeconds(60));

    @Test
    void anAuthorityStandsWhereItsDaysAndItsProofPutIt() {
        assertThat(AuthorityStanding.of(PUMPS, NOW)).isEqualTo(AuthorityStanding.PROVEN);
        assertThat(AuthorityStanding.of(WAITING, NOW)).isEqualTo(AuthorityStanding.WAITING);
        assertThat(AuthorityStanding.of(ENDED, NOW)).isEqualTo(AuthorityStanding.ENDED);
        assertThat(AuthorityStanding.of(EARLY, NOW)).isEqualTo(AuthorityStanding.NOT_YET_VALID);
    }

    @Test
    void aNumberIsToldOnlyWhereItIsKnown() {
        assertThat(loss(12_000, PUMPS, WAITING, ENDED)).contains("12,000 devices lose the way in");
        assertThat(loss(1, PUMPS)).contains("1 device loses the way in").contains("its certificate.");
        assertThat(loss(0, PUMPS, PRESSES)).contains("None loses its way in");
        assertThat(loss(12, PUMPS, PRESSES)).contains("12 devices").contains("cannot tell how many by this one");
        assertThat(new AuthorityLoss(List.of(PUMPS), OptionalLong.empty(), NOW).words(PUMPS))
                .contains("refused from then on")
                .doesNotContainPattern("[0-9]");
    }

    @Test
    void whatLetsNobodyInCostsNobodyTheWayIn() {
        assertThat(loss(12, WAITING, PUMPS)).contains("waits for its proof");
        assertThat(loss(12, EARLY, PUMPS)).contains("not valid yet");
        assertThat(loss(12, ENDED, PUMPS)).contains("has ended");
    }

    @Test
    void aNameIsOneThatTheHubTakes() {
        assertThat(new AuthorityName("").complaint(List.of("pumps"))).isEmpty();
        assertThat(new AuthorityName("Pumps").complaint(List.of("pumps"))).contains("of that name");
        assertThat(new AuthorityName("a b").complaint(List.of())).contains("letters");
        assertThat(new AuthorityName("x".repeat(65)).complaint(List.of())).contains("64");
        assertThat(new AuthorityName("pumps-2026.a_b").complaint(List.of())).isEmpty();
    }

    @Test
    void aFingerprintIsShortToSeeAndWholeToCompare() {
        var fingerprint = new Fingerprint("0123456789ABCDEF".repeat(4));
        assertThat(fingerprint.shortened()).isEqualTo("01234567…89ABCDEF");
        assertThat(fingerprint.inPairs())
                .startsWith("01:23:45:")
                .endsWith(":CD:EF")
                .hasSize(95);
        assertThat(fingerprint.inTwoLines().split("\n")).hasSize(2).allMatch(line -> line.startsWith("01:23:"));
        assertThat(new Fingerprint("").inPairs()).isEmpty();
    }

    private static String loss(long devices, AuthorityView deleted, AuthorityView... others) {
        var all = new java.util.ArrayList<>(List.of(others));
        all.add(deleted);
        return new AuthorityLoss(all, OptionalLong.of(devices), NOW).words(deleted);
    }

    private static AuthorityView authority(String name, boolean verified, Instant begins, Instant ends) {
        return new AuthorityView(name, "CN=" + name, "AB", begins, ends, verified, "", NOW, NOW, "");
    }
}
