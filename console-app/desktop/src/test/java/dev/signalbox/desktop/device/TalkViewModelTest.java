// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.DevicesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.device.MessageQueue;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Methods, messages and modules.
class TalkViewModelTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    private final DevicesInMemory devices = new DevicesInMemory();
    private final ByHand fx = new ByHand();
    private final MethodViewModel method = new MethodViewModel(devices, fx, Clock.systemUTC());
    private final MessagesViewModel messages = new MessagesViewModel(devices, OnFx.atOnce(), Clock.systemUTC());
    private final ModulesViewModel modules =
            new ModulesViewModel(devices, new Talk(devices, OnFx.atOnce()), OnFx.atOnce());

    @Test
    void aCallWaitsThenShowsItsAnswer() {
        method.show(ClientId.of(PUMP));
        method.name().set(" reboot ");
        method.payload().set("{\"delay\": 5}");
        method.personCalls();
        assertThat(method.calls().getFirst().summary()).isEqualTo("waits for the answer");
        fx.arriveAll();
        assertThat(method.calls().getFirst().summary()).isEqualTo("status 200 after 184 ms");
        assertThat(devices.calls).containsExactly("call pump-1 reboot {\"delay\": 5}");
    }

    @Test
    void aFailedCallSaysWhyAndEachDeviceHasItsOwnCalls() {
        devices.refusal = Optional.of(new Problem("method.not-online", "pump-1 is not connected.", "Try later."));
        method.show(ClientId.of(PUMP));
        method.name().set("reboot");
        method.personCalls();
        fx.arriveAll();
        assertThat(method.calls().getFirst().summary()).isEqualTo("pump-1 is not connected.");
        method.show(ClientId.parse("pump-2"));
        assertThat(method.calls()).isEmpty();
        method.show(ClientId.of(PUMP));
        method.name().set("");
        method.personRepeats(method.calls().getFirst());
        assertThat(method.name().get()).isEqualTo("reboot");
    }

    @Test
    void onlyWhatTheHubWouldTakeCanBeCalled() {
        method.show(ClientId.of(PUMP));
        assertThat(method.ready().get()).isFalse();
        method.name().set("reboot");
        assertThat(method.ready().get()).isTrue();
        method.payload().set("{\"delay\": }");
        assertThat(method.ready().get()).isFalse();
        method.payload().set("");
        assertThat(method.ready().get()).isTrue();
        for (String bad : List.of("-1", "301", "x", "", "1e2")) {
            method.connectSeconds().set(bad);
            assertThat(method.ready().get()).as(bad).isFalse();
        }
        method.connectSeconds().set("300");
        method.responseSeconds().set("0");
        assertThat(method.responseComplaint()).isNotEmpty();
        assertThat(method.ready().get()).isFalse();
        method.personCalls();
        assertThat(devices.calls).isEmpty();
    }

    @Test
    void aMessageIsFollowedUntilItsOutcome() {
        messages.show(PUMP);
        messages.body().set("open");
        messages.properties().set("valve = 4\nwhy=a=b, c");
        messages.personSends();
        assertThat(devices.calls).containsExactly("send pump-1 open {iothub-ack=full, valve=4, why=a=b, c} 3600");
        assertThat(messages.sent().getFirst().words()).isEqualTo("waits for the device");
        String id = messages.sent().getFirst().messageId();
        devices.queue = queue(List.of(new MessageQueue.Waiting(id, 4, Instant.now(), 2)), List.of());
        messages.look();
        assertThat(messages.sent().getFirst().words()).contains("2×");
        devices.queue = queue(List.of(), List.of(new MessageQueue.Outcome(id, "Success", Instant.now())));
        messages.look();
        assertThat(messages.sent().getFirst().fate()).isEqualTo(SentLine.Fate.DELIVERED);
        devices.queue = queue(List.of(), List.of());
        messages.look();
        assertThat(messages.sent().getFirst().fate()).isEqualTo(SentLine.Fate.DELIVERED);
    }

    @Test
    void withoutAnOutcomeAMessageThatLeftTheQueueIsNotCalledDelivered() {
        messages.show(PUMP);
        messages.ack().set(Ack.NONE);
        messages.personSends();
        messages.personPurges();
        assertThat(messages.sent().getFirst().fate()).isEqualTo(SentLine.Fate.UNKNOWN);
        assertThat(messages.sent().getFirst().words()).contains("no outcome was asked for");
    }

    @Test
    void badPropertiesAndTimesCannotBeSent() {
        messages.show(PUMP);
        for (String bad : List.of("no equals", "=x", "$.mid=1", "iothub-ack=none", "a=1\na=2")) {
            messages.properties().set(bad);
            assertThat(messages.propertiesComplaint()).as(bad).isNotEmpty();
            assertThat(messages.ready().get()).isFalse();
        }
        messages.properties().set("");
        for (String bad : List.of("0", "172801", "", "soon", "-1")) {
            messages.seconds().set(bad);
            assertThat(messages.ready().get()).as(bad).isFalse();
        }
        messages.personSends();
        assertThat(devices.calls).isEmpty();
    }

    @Test
    void modulesComeAndGo() {
        modules.show(PUMP);
        modules.personAdds(new NewDevice("camera", "", Proof.Kind.SAS, "", ""));
        assertThat(modules.knows("camera")).isTrue();
        var copied = new ArrayList<String>();
        var camera = modules.modules().get().orElseThrow().getFirst();
        modules.personCopies(camera, copied::add);
        assertThat(copied.getFirst()).contains(";ModuleId=camera;");
        modules.personDeletes(camera);
        assertThat(modules.knows("camera")).isFalse();
        assertThat(devices.calls).contains("delete module pump-1/camera");
    }

    private static MessageQueue queue(List<MessageQueue.Waiting> waiting, List<MessageQueue.Outcome> outcomes) {
        return new MessageQueue(waiting, outcomes);
    }

    @Test
    void aModuleThatIsLookedAtHasItsOwnTwinAndWhatWasTypedStays() {
        modules.show(PUMP);
        modules.personAdds(new NewDevice("motor", "", Proof.Kind.SAS, "", ""));
        var motor = modules.modules().get().orElseThrow().getFirst();
        devices.twins.put(
                ClientId.parse("pump-1/motor"), DevicesInMemory.twin("{}", "{\"max\": 9}", "{}", "e", List.of()));
        modules.personOpens(motor);
        TwinViewModel twin = modules.talk().twin();
        assertThat(twin.desired().get()).isEqualTo("{\"max\": 9}");
        twin.desired().set("{\"max\": 8}");
        modules.personGoesBack();
        assertThat(modules.opened().get()).isEmpty();
        modules.personOpens(motor);
        assertThat(twin.state().get()).isEqualTo(TwinState.CHANGED);
        twin.personSaves();
        assertThat(devices.calls).contains("save pump-1/motor {} {\"max\": 8} over e");
        modules.show(new DeviceId("pump-2"));
        assertThat(modules.opened().get()).isEmpty();
        assertThat(twin.twin().get()).isEmpty();
    }
}
