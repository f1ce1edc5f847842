// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.DevicesInMemory;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwinViewModelTest {
    private static final ClientId PUMP = ClientId.parse("pump-1");
    private static final ClientId OTHER = ClientId.parse("pump-2");

    private final DevicesInMemory devices = new DevicesInMemory();
    private final ByHand fx = new ByHand();
    private final TwinViewModel model = new TwinViewModel(devices, fx);

    @BeforeEach
    void aTwinIsLookedAt() {
        devices.twins.put(PUMP, DevicesInMemory.twin("{}", "{\"limit\": 1}", "{}", "etag-a", List.of()));
        model.show(PUMP);
        fx.arriveAll();
    }

    @Test
    void whatIsTypedIsSavedOverTheEtagThatWasRead() {
        assertThat(model.state().get()).isEqualTo(TwinState.SAME);
        model.desired().set("{\"limit\": 2}");
        assertThat(model.state().get()).isEqualTo(TwinState.CHANGED);
        model.personSaves();
        assertThat(model.state().get()).isEqualTo(TwinState.SAVING);
        fx.arriveAll();
        assertThat(model.state().get()).isEqualTo(TwinState.SAME);
        assertThat(devices.calls).containsExactly("save pump-1 {} {\"limit\": 2} over etag-a");
    }

    @Test
    void whatIsNoJsonObjectCannotBeSaved() {
        for (String bad : List.of("{\"limit\": }", "", "[1]", "{\"a\":1}}")) {
            model.desired().set(bad);
            assertThat(model.state().get()).as(bad).isEqualTo(TwinState.INVALID);
            model.personSaves();
        }
        assertThat(devices.calls).isEmpty();
        model.personDiscards();
        assertThat(model.desired().get()).isEqualTo("{\"limit\": 1}");
        assertThat(model.state().get()).isEqualTo(TwinState.SAME);
    }

    @Test
    void aSaveOverSomeoneElsesChangeIsAConflictInWhichMineCanWin() {
        someoneElseChanges();
        model.desired().set("{\"limit\": 2}");
        model.personSaves();
        fx.arriveAll();
        assertThat(model.state().get()).isEqualTo(TwinState.CONFLICT);
        assertThat(model.desired().get()).isEqualTo("{\"limit\": 2}");
        assertThat(model.differencesFromTheirs())
                .extracting(one -> one.path() + " " + one.desired() + " " + one.reported())
                .containsExactly("desired.limit 2 7");
        model.personKeepsMine();
        fx.arriveAll();
        assertThat(model.state().get()).isEqualTo(TwinState.SAME);
        assertThat(devices.twins.get(PUMP).desired().text()).isEqualTo("{\"limit\": 2}");
    }

    @Test
    void theirsCanWinToo() {
        model.desired().set("{\"limit\": 2}");
        someoneElseChanges();
        model.look();
        fx.arriveAll();
        assertThat(model.state().get()).isEqualTo(TwinState.CONFLICT);
        model.personTakesTheirs();
        assertThat(model.desired().get()).isEqualTo("{\"limit\": 7}");
        assertThat(model.state().get()).isEqualTo(TwinState.SAME);
        assertThat(model.differencesFromTheirs()).isEmpty();
    }

    @Test
    void newsReplaceOnlyWhatThePersonDidNotTouch() {
        someoneElseChanges();
        model.look();
        fx.arriveAll();
        assertThat(model.desired().get()).isEqualTo("{\"limit\": 7}");
        model.tags().set("{\"site\": \"north\"}");
        devices.twins.put(PUMP, DevicesInMemory.twin("{}", "{\"limit\": 7}", "{\"t\": 5}", "etag-b", List.of()));
        model.look();
        fx.arriveAll();
        assertThat(model.tags().get()).isEqualTo("{\"site\": \"north\"}");
        assertThat(model.twin().get().orElseThrow().reported().text()).isEqualTo("{\"t\": 5}");
        assertThat(model.state().get()).isEqualTo(TwinState.CHANGED);
    }

    @Test
    void whatWasTypedIsThereAgainAfterALookAtAnotherDevice() {
        model.desired().set("{\"limit\": ");
        model.show(OTHER);
        fx.arriveAll();
        assertThat(model.desired().get()).isEqualTo("{}");
        model.show(PUMP);
        fx.arriveAll();
        assertThat(model.desired().get()).isEqualTo("{\"limit\": ");
        assertThat(model.state().get()).isEqualTo(TwinState.INVALID);
    }

    @Test
    void anAnswerAboutAnotherDeviceChangesNothing() {
        model.look();
        model.show(OTHER);
        fx.arriveLast();
        fx.arriveAll();
        assertThat(model.desired().get()).isEqualTo("{}");
    }

    @Test
    void whatIsTypedWhileASaveIsUnderWayStays() {
        model.desired().set("{\"limit\": 2}");
        model.personSaves();
        model.desired().set("{\"limit\": 3}");
        fx.arriveAll();
        assertThat(model.desired().get()).isEqualTo("{\"limit\": 3}");
        assertThat(model.state().get()).isEqualTo(TwinState.CHANGED);
        model.personSaves();
        fx.arriveAll();
        assertThat(model.state().get()).isEqualTo(TwinState.SAME);
    }

    @Test
    void whatTheHubRefusesIsExplainedAndNotLost() {
        devices.refusal = Optional.of(new Problem("twin.refused", "Tags hold up to 8 KB.", "Remove some."));
        model.tags().set("{\"a\": 1}");
        model.personSaves();
        fx.arriveAll();
        assertThat(model.problem().get()).map(Problem::code).contains("twin.refused");
        assertThat(model.tags().get()).isEqualTo("{\"a\": 1}");
        assertThat(model.state().get()).isEqualTo(TwinState.CHANGED);
    }

    private void someoneElseChanges() {
        devices.twins.put(PUMP, DevicesInMemory.twin("{}", "{\"limit\": 7}", "{}", "etag-b", List.of()));
    }
}
