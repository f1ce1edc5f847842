// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ProvisioningInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final ProvisioningInMemory hub = new ProvisioningInMemory();
    private final TokensViewModel model = new TokensViewModel(hub, OnFx.atOnce(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final NewTokenViewModel making =
            new NewTokenViewModel(hub, OnFx.atOnce(), Clock.fixed(NOON, ZoneOffset.UTC), model);

    @BeforeEach
    void theTokensAreRead() {
        model.look();
        making.personBegins();
    }

    @Test
    void aTokenIsMadeAndItsSecretToldOnce() {
        making.fields().name().set(" hall-b ");
        making.fields().preApproved().set("pump-1, pump-2\npump-1");
        making.fields().tags().set("site=north");
        making.personMakes();
        assertThat(hub.calls).containsExactly("make hall-b for any [pump-1, pump-2] {site=north}");
        assertThat(making.made().get().orElseThrow().text()).startsWith("signalbox2.");
        assertThat(making.isOpen().get()).isFalse();
        assertThat(chosen().name()).isEqualTo("hall-b");
        assertThat(chosen().token().expires()).contains(NOON.plus(Duration.ofDays(1)));
        making.personTookIt();
        assertThat(making.made().get()).isEmpty();
    }

    @Test
    void whatTheHubRefusesStaysTyped() {
        making.fields().name().set("refused");
        making.personMakes();
        assertThat(making.isOpen().get()).isTrue();
        assertThat(making.problem().get()).map(Problem::code).contains("token.bad-value");
        assertThat(making.fields().name().get()).isEqualTo("refused");
        assertThat(making.made().get()).isEmpty();
    }

    @Test
    void whatIsTypedIsCheckedAtOnce() {
        hub.has(token("hall-b", true, 0, Optional.empty()));
        hub.has(token("old", false, 0, Optional.empty()));
        model.look();
        making.fields().name().set("Hall-B");
        assertThat(making.canMake().get()).isFalse();
        making.fields().name().set("old");
        assertThat(making.canMake().get()).as("the name of one that ended").isTrue();
        making.fields().name().set("x".repeat(65));
        assertThat(making.canMake().get()).isFalse();
        making.fields().name().set("pump 4");
        making.fields().onlyId().set("pump-4");
        making.fields().preApproved().set("pump-4, pump-5");
        assertThat(making.fields().draft().get().beforehandComplaint()).isEqualTo("This token lets in pump-4 only.");
        making.fields().preApproved().set("-4");
        assertThat(making.fields().draft().get().beforehandComplaint()).startsWith("-4: use letters");
        making.fields().preApproved().set("pump-4");
        making.fields().replaces().set(true);
        making.fields().life().set(Life.ENDLESS);
        assertThat(making.fields().draft().get().token(NOON)).satisfies(asked -> {
            assertThat(asked.replaces()).isTrue();
            assertThat(asked.expires()).isEmpty();
        });
    }

    @Test
    void idsAreApprovedBeforehandAndWithdrawnAndATokenIsRevoked() {
        making.fields().name().set("hall-b");
        making.personMakes();
        model.personPreApproves("pump-3", () -> hub.calls.add("told"));
        assertThat(chosen().preApproved()).containsExactly("pump-3");
        model.personWithdraws("pump-3");
        assertThat(chosen().preApproved()).isEmpty();
        model.personRevokes();
        assertThat(hub.calls.subList(1, hub.calls.size()))
                .containsExactly("pre-approve pump-3", "told", "withdraw pump-3", "revoke id-hall-b");
        assertThat(chosen().state()).isEqualTo(TokenRow.State.REVOKED);
        assertThat(model.hasOpen("hall-b")).isFalse();
    }

    @Test
    void theStateOfATokenIsTheHubsWordAndWhyItEndedIsTold() {
        assertThat(state(token("a", true, 3, Optional.empty()))).isEqualTo(TokenRow.State.OPEN);
        assertThat(state(token("b", false, 0, Optional.empty()))).isEqualTo(TokenRow.State.EXPIRED);
        assertThat(state(token("c", false, 1, Optional.empty()))).isEqualTo(TokenRow.State.USED_UP);
        assertThat(state(token("d", false, 1, Optional.of(NOON)))).isEqualTo(TokenRow.State.REVOKED);
    }

    private static TokenRow.State state(TokenView token) {
        return new TokenRow(token, NOON).state();
    }

    private static TokenView token(String name, boolean open, long uses, Optional<Instant> revoked) {
        return new TokenView(
                "id-" + name,
                name,
                Optional.empty(),
                true,
                List.of(),
                false,
                Map.of(),
                NOON,
                "ada",
                Optional.of(NOON.plusSeconds(60)),
                revoked,
                uses,
                Optional.empty(),
                open);
    }

    private TokenRow chosen() {
        return model.selected().get().orElseThrow();
    }
}
