// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.workbench.node.NodeActions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person has a node do.
class ActionsJourneyTest {
    private final ActionsInMemory hub = new ActionsInMemory();
    private FleetPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() {
        hub.away.add("press-0431");
        person = Person.before(() -> {
            page = new FleetPage(new Desk(hub), OnFx.toolkit(), (place, argument) -> {});
            page.hear(Samples.nodes().stream()
                    .map(node -> (NodeNews) new NodeNews.Seen(node))
                    .toList());
            return (Parent) page.view();
        });
    }

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
    }

    private void looksAt(String node) {
        Pictures.on(() -> {
            page.open(node);
            return page;
        });
    }

    @Test
    void aNodeIsPingedAndTheOutcomeIsASentence() throws Exception {
        looksAt("press-0417");
        person.clicks("#node-actions");
        person.pictures("node-actions-menu");
        person.clicks("Ping");
        person.awaits(() -> person.reads("press-0417 answered after 34 ms."));
        assertThat(person.reads("Its clock is 1,200 ms behind the hub's. It has run for 1 d 1 h."))
                .isTrue();
        person.pictures("node-said");
        looksAt("press-0418");
        assertThat(person.sees("#node-said")).isFalse();
    }

    @Test
    void aRestartIsConfirmedAndOneWhoIsAwayCannotBeAsked() throws Exception {
        looksAt("press-0417");
        person.clicks("#node-actions").clicks("Restart…");
        person.awaits(() -> person.reads("Restart press-0417?"));
        person.pictures("dialog-restart-node");
        person.clicks("Cancel");
        assertThat(hub.calls).isEmpty();
        person.clicks("#node-actions").clicks("Restart…").clicks("Restart");
        person.awaits(() -> hub.calls.contains("press-0417 restart"));
        looksAt("press-0431");
        person.clicks("#node-actions").clicks("Sync");
        person.awaits(() -> person.reads("press-0431 is not connected"));
        person.awaits(() -> person.reads("Try again when it is"));
    }

    @Test
    void aStepIsRestartedByKeysAndDisabledOnlyOnceThatIsConfirmed() throws Exception {
        looksAt("press-0418");
        person.awaits("#step-menu-boiler/send");
        Node button = person.finds("#step-menu-boiler/send", Node.class);
        assertThat(button.getAccessibleText()).isEqualTo("What to do with boiler/send");
        person.pressesUntil(button, KeyCode.SPACE, () -> person.reads("Call a method…"));
        person.pictures("step-menu");
        person.clicks("Restart");
        person.awaits(() -> person.reads("boiler/send is starting on press-0418."));
        person.clicks("#step-menu-boiler/send").clicks("Disable…");
        person.awaits(() -> person.reads("Disable boiler/send on press-0418?"));
        person.pictures("dialog-disable-step");
        person.confirms("Disable");
        person.awaits(() -> person.reads("boiler/send is disabled on press-0418."));
        assertThat(hub.calls).containsExactly("press-0418 RESTART boiler/send", "press-0418 STEP boiler/send false");
    }

    @Test
    void whatDiffersIsToldAndTriedAgainOfOneOrAll() throws Exception {
        looksAt("press-0418");
        person.awaits(() -> person.reads("Differs from what is assigned"));
        assertThat(person.words("#node-drift")).contains("is in quarantine.");
        person.pictures("node-drift");
        person.clicks("#node-converge");
        person.awaits(() -> person.reads("press-0418 tries again to run what is assigned."));
        assertThat(hub.calls).containsExactly("press-0418 converge");
        looksAt("press-0417");
        assertThat(person.sees("#node-converge")).isFalse();
        person.clicks("#nodes-converge");
        person.awaits(() -> person.reads("try again to run what is assigned."));
        assertThat(hub.calls).hasSizeGreaterThan(2).doesNotContain("press-0417 converge");
    }

    @Test
    void whatIsSwitchedOffIsSaidAndCanBeSwitchedOnOfANodeThatIsAway() throws Exception {
        var off = Switches.ALL_ON
                .withMaintenance(true)
                .withStep(new StepAddress("boiler", "watch"), true)
                .withFlows(List.of("pulse"));
        Pictures.on(() -> {
            page.hear(List.of(
                    new NodeNews.Seen(switched("press-0417", off)), new NodeNews.Seen(switched("press-0431", off))));
            return page;
        });
        looksAt("press-0417");
        person.awaits(() -> person.reads("flow pulse is disabled; 1 step is disabled"));
        person.pictures("node-switched-off");
        looksAt("press-0431");
        person.clicks("#node-actions").clicks("End maintenance");
        person.awaits(
                () -> person.reads("press-0431 is out of maintenance. It is offline and hears of it when it comes."));
    }

    @Test
    void aMethodIsCalledWithJsonThatIsCheckedAsItIsTyped() throws Exception {
        looksAt("press-0417");
        person.clicks("#step-menu-boiler/watch").clicks("Call a method…");
        person.fills("#call-method", "9 lives");
        person.awaits(() -> person.reads("no digit first"));
        person.fills("#call-payload", "{\"limit\"");
        person.awaits(() -> person.reads("This is no JSON"));
        person.pictures("dialog-call-complaints");
        person.fills("#call-method", "setLimit").fills("#call-payload", "{\"limit\":82}");
        person.clicks("Call");
        person.awaits(() -> hub.calls.contains("press-0417 call boiler/watch setLimit {\"limit\":82}"));
    }

    @Test
    void aLogLevelHasAnEnd() throws Exception {
        looksAt("press-0417");
        person.clicks("#node-actions").clicks("Log level…");
        person.awaits("#level-span");
        person.pictures("dialog-log-level");
        person.clicks("Set");
        person.awaits(() -> hub.calls.contains("press-0417 level all WARNING PT1H"));
    }

    @Test
    void aNodesOwnLogIsSavedWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        var said = new Operating(hub, OnFx.atOnce(), problem -> {});
        said.personCollects(new DeviceId("press-0417"), Duration.ofHours(1), folder.resolve("log.jsonl"));
        assertThat(said.said().get()).isEqualTo("3 lines of press-0417 were saved as log.jsonl.");
        assertThat(Files.readAllLines(folder.resolve("log.jsonl"))).hasSize(3);
        said.personCollects(new DeviceId("press-0431"), Duration.ofHours(1), folder.resolve("other.jsonl"));
        assertThat(said.said().get()).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("log.jsonl");
    }

    private static NodeView switched(String id, Switches switches) {
        NodeView node = Samples.nodes().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return new NodeView(
                node.id(),
                node.connected(),
                node.lastSeen(),
                node.tags(),
                node.ordered(),
                node.orderedSteps(),
                node.report(),
                true,
                switches);
    }

    private record Desk(NodeActions actions) implements NodeDesk {
        @Override
        public String create(NewDevice device) {
            return "";
        }

        @Override
        public String token(DeviceId id) {
            return "";
        }

        @Override
        public Optional<AccountView> account(DeviceId id) {
            return Optional.empty();
        }

        @Override
        public void setTags(DeviceId id, Map<String, String> tags) {}

        @Override
        public void delete(DeviceId id) {}

        @Override
        public int tellApp(DeviceId id, String app, String command) {
            return 1;
        }
    }
}
