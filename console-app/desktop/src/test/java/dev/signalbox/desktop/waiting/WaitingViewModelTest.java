// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ProvisioningInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingViewModelTest {
    private final ProvisioningInMemory hub = new ProvisioningInMemory();
    private final WaitingViewModel model = new WaitingViewModel(hub, OnFx.atOnce(), Clock.systemUTC());

    @Test
    void whoWaitedLongestComesFirstAndWhatWasTypedOutlivesNews() {
        asks("BBBB-2222", "pump-2", Duration.ofMinutes(3));
        asks("AAAA-1111", "pump-1", Duration.ofMinutes(9));
        assertThat(model.waiting()).extracting(one -> one.row().get().device()).containsExactly("pump-1", "pump-2");
        OperationViewModel first = model.waiting().getFirst();
        first.personBegins();
        first.fields().deviceId().set("pump-1-new");
        asks("CCCC-3333", "", Duration.ZERO);
        assertThat(model.waiting()).hasSize(3).first().isSameAs(first);
        assertThat(first.fields().deviceId().get()).isEqualTo("pump-1-new");
    }

    @Test
    void aDeviceIsLetInWithTheIdItAsksForOrAnother() {
        OperationViewModel one = asks("AAAA-1111", "pump-1", Duration.ZERO);
        one.personBegins();
        assertThat(one.fields().deviceId().get()).isEqualTo("pump-1");
        one.fields().deviceId().set("a b");
        assertThat(one.canApprove().get()).isFalse();
        assertThat(one.fields().draft().get().idComplaint()).startsWith("a b: use letters");
        one.fields().deviceId().set(" pump-7 ");
        one.fields().tags().set("site=north");
        one.personApproves();
        assertThat(hub.calls).containsExactly("approve pump-7 {site=north}");
        assertThat(model.waiting()).isEmpty();
        assertThat(model.decided()).singleElement().satisfies(row -> {
            assertThat(row.device()).isEqualTo("pump-7");
            assertThat(row.outcome()).isEqualTo("approved");
        });
    }

    @Test
    void aDeviceThatIsThereIsReplacedOnlyByAWordForThatVeryId() {
        hub.devices.addAll(List.of("pump-1", "pump-9"));
        OperationViewModel one = asks("AAAA-1111", "pump-1", Duration.ZERO);
        one.personBegins();
        assertThat(one.taken().get()).isTrue();
        assertThat(one.canApprove().get()).isFalse();
        one.fields().replace().set(true);
        assertThat(one.canApprove().get()).isTrue();
        one.fields().deviceId().set("pump-9");
        assertThat(one.fields().replace().get()).isFalse();
        assertThat(one.taken().get()).isFalse();
        one.personApproves();
        assertThat(one.problem().get()).isPresent();
        assertThat(one.taken().get()).isTrue();
        one.fields().deviceId().set("");
        assertThat(one.taken().get()).as("the id it asks for").isTrue();
        one.fields().replace().set(true);
        one.personApproves();
        assertThat(hub.calls).containsExactly("approve pump-9 {}", "approve pump-1 {} replacing");
    }

    @Test
    void aRefusalStaysOnItsCardUntilTheNextWord() {
        OperationViewModel one = asks("AAAA-1111", "pump-1", Duration.ZERO);
        hub.down = Optional.of(new Problem("hub.unreachable", "The hub cannot be reached.", "Start it."));
        one.personRejects();
        assertThat(one.problem().get()).isEqualTo(hub.down);
        hub.down = Optional.empty();
        one.personRejects();
        assertThat(one.problem().get()).isEmpty();
        assertThat(model.decided())
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo("rejected"));
    }

    @Test
    void oneThatCameInIsShutOutAgainAndOneThatIsGoneIsNotListed() {
        OperationView asked = hub.asks("AAAA-1111", "pump-1", "hall-b", Duration.ofMinutes(2));
        hear(hub.decide(asked, OperationState.COLLECTED, Optional.of(new DeviceId("pump-1")), "token hall-b"));
        OperationRow row = model.decided().getFirst();
        assertThat(row.decider()).isEqualTo("token hall-b");
        assertThat(row.lossWords()).get().asString().contains("disconnected at once");
        model.personShutsOut(row);
        assertThat(model.decided().getFirst().outcome()).isEqualTo("cancelled");
        assertThat(model.decided().getFirst().lossWords()).isEmpty();
        model.hear(List.of(new OperationNews.Gone(asked.id())));
        assertThat(model.decided()).isEmpty();
    }

    @Test
    void theTimeLeftIsToldUntilItIsOver() {
        OperationRow row = asks("AAAA-1111", "pump-1", Duration.ZERO).row().get();
        Instant made = row.operation().made();
        assertThat(row.leftWords(made.plus(Duration.ofMinutes(20)))).isEqualTo("40 min left");
        assertThat(row.left(made.plus(Duration.ofMinutes(15)))).isEqualTo(0.75);
        assertThat(row.endsSoon(made.plus(Duration.ofMinutes(20)))).isFalse();
        assertThat(row.endsSoon(made.plus(Duration.ofMinutes(51)))).isTrue();
        assertThat(row.leftWords(made.plus(Duration.ofMinutes(60)))).contains("over");
        assertThat(row.left(made.plus(Duration.ofHours(2)))).isZero();
        assertThat(row.left(made.minusSeconds(9))).isEqualTo(1);
    }

    private OperationViewModel asks(String code, String id, Duration ago) {
        hear(hub.asks(code, id, "hall-b", ago));
        return model.waiting().stream()
                .filter(one -> one.id().equals("op-" + code))
                .findFirst()
                .orElseThrow();
    }

    private void hear(OperationView view) {
        model.hear(List.of(new OperationNews.Told(view)));
    }
}
