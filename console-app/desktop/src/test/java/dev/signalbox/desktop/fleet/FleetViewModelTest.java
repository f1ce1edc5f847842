// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.node.NodeActions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetViewModelTest {
    private final Desk desk = new Desk();
    private final FleetViewModel model = new FleetViewModel(desk, OnFx.atOnce());

    @BeforeEach
    void sixNodesAreThere() {
        model.hear(Samples.nodes().stream().<NodeNews>map(NodeNews.Seen::new).toList());
    }

    @Test
    void nodesAreListedByNameWithTheirState() {
        assertThat(model.shown())
                .extracting(NodeRow::id, NodeRow::state, NodeRow::release, NodeRow::stepsRunning)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("gateway-01", "refused", "41 \u2192 42", "3 of 3"),
                        org.assertj.core.groups.Tuple.tuple("press-0417", "settled", "42", "3 of 3"),
                        org.assertj.core.groups.Tuple.tuple("press-0418", "step quarantined", "42", "2 of 3"),
                        org.assertj.core.groups.Tuple.tuple("press-0422", "preparing", "41 \u2192 42", "3 of 3"),
                        org.assertj.core.groups.Tuple.tuple("press-0431", "offline", "42", "3 of 3"),
                        org.assertj.core.groups.Tuple.tuple("press-0440", "never seen", "none", "\u2013"));
    }

    @Test
    void theLampTellsTroubleFromWaiting() {
        assertThat(model.shown())
                .extracting(NodeRow::lamp)
                .containsExactly(
                        Lamp.State.DANGER,
                        Lamp.State.CLEAR,
                        Lamp.State.DANGER,
                        Lamp.State.CAUTION,
                        Lamp.State.DARK,
                        Lamp.State.DARK);
    }

    @Test
    void theFilterFindsNamesTagsAndStates() {
        model.filter().set("north press");
        assertThat(model.shown()).extracting(NodeRow::id).containsExactly("press-0417", "press-0418");
        model.filter().set("offline");
        assertThat(model.shown()).extracting(NodeRow::id).containsExactly("press-0431");
    }

    @Test
    void aChangedNodeKeepsItsPlaceAndADeletedOneGoes() {
        model.personChose("press-0417");
        model.hear(List.of(new NodeNews.Gone("gateway-01"), new NodeNews.Seen(offline("press-0417"))));
        assertThat(model.shown().getFirst().state()).isEqualTo("offline");
        assertThat(model.selected().get().orElseThrow().state()).isEqualTo("offline");
        model.hear(List.of(new NodeNews.Gone("press-0417")));
        assertThat(model.selected().get()).isEmpty();
        assertThat(model.total()).isEqualTo(4);
    }

    @Test
    void aNewNodesTokenIsShown() {
        var tokens = new ArrayList<String>();
        model.personAdds(new NewNode("pump-1", "site=north, role=pump"), tokens::add);
        assertThat(tokens).containsExactly("token of pump-1");
        assertThat(desk.calls).containsExactly("create pump-1 {role=pump, site=north}");
    }

    @Test
    void anAppIsToldWhatThePersonTyped() {
        model.personTellsApp(new DeviceId("press-0417"), "vision", "{\"look\":{}}");
        assertThat(desk.calls).containsExactly("tell press-0417 vision {\"look\":{}}");
    }

    @Test
    void aNodeShowsItsApps() {
        model.personChose("press-0417");
        assertThat(model.selected().get().orElseThrow().apps())
                .extracting(AppReport::name)
                .containsExactly("vision", "label-printer");
    }

    @Test
    void malformedTagsAreExplainedAndNotSent() {
        model.personSetsTags(new DeviceId("press-0417"), "site north!");
        assertThat(model.problem().get()).map(Problem::code).contains("tags.malformed");
        assertThat(desk.calls).isEmpty();
        model.personSetsTags(new DeviceId("press-0417"), "site=south");
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void whatTheHubRefusesIsExplained() {
        model.personDeletes(new DeviceId("gateway-01"));
        assertThat(model.problem().get()).map(Problem::code).contains("node.busy");
    }

    @Test
    void whatBecameOfItsMessagesIsSaidInAFewWords() {
        model.personChose("press-0417");
        assertThat(model.messages().get()).isEqualTo("empty");
        model.personChose("press-0418");
        assertThat(model.messages().get()).isEqualTo("1,204\u00a0waiting");
        desk.accounts.put("press-0418", new Account(1216, 9, 1200, 4, 2, 1, 12, 9000));
        model.lookAtMessages();
        assertThat(model.messages().get())
                .isEqualTo("1,200\u00a0waiting, 4\u00a0expired, 2\u00a0displaced, 1\u00a0damaged, 12\u00a0refused");
        desk.accounts.put("press-0418", new Account(9, 5, 0, 0, 0, 0, 0, 0));
        model.lookAtMessages();
        assertThat(model.messages().get()).isEqualTo("does not agree");
        model.personChose("press-0417");
        assertThat(model.messages().get()).isEqualTo("empty");
    }

    @Test
    void aNewNodesNameIsCheckedWhileItIsTyped() {
        assertThat(new NewNode("", "").nameComplaint(model::knows)).isEmpty();
        assertThat(new NewNode("", "").isReady(model::knows)).isFalse();
        assertThat(new NewNode("press-0417", "").nameComplaint(model::knows)).contains("of that name");
        assertThat(new NewNode("a b", "").nameComplaint(model::knows)).contains("Use letters");
        assertThat(new NewNode("pump-1", "=x").tagsComplaint()).contains("no tag");
        assertThat(new NewNode("pump-1", "site=north").isReady(model::knows)).isTrue();
    }

    private NodeView offline(String id) {
        NodeView old = Samples.nodes().stream()
                .filter(node -> node.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return new NodeView(
                old.id(), false, old.lastSeen(), old.tags(), old.ordered(), old.orderedSteps(), Optional.empty());
    }

    private static final class Desk implements NodeDesk {
        private final List<String> calls = new ArrayList<>();
        private final ActionsInMemory actions = new ActionsInMemory();
        private final Map<String, Account> accounts = new HashMap<>();

        @Override
        public String create(NewDevice device) {
            calls.add("create " + device.id() + " " + device.tags());
            return "token of " + device.id();
        }

        @Override
        public String token(DeviceId id) {
            return "token of " + id;
        }

        @Override
        public Optional<AccountView> account(DeviceId id) {
            return Optional.ofNullable(accounts.get(id.value()))
                    .map(told -> new AccountView(told, Instant.EPOCH, new AccountView.Counted(0, 0, Instant.EPOCH)));
        }

        @Override
        public void setTags(DeviceId id, Map<String, String> tags) {
            calls.add("tags " + id + " " + tags);
        }

        @Override
        public void delete(DeviceId id) {
            throw new ProblemException(new Problem("node.busy", "The node is busy.", "Try later."));
        }

        @Override
        public NodeActions actions() {
            return actions;
        }

        @Override
        public int tellApp(DeviceId id, String app, String command) {
            calls.add("tell " + id + " " + app + " " + command);
            return 1;
        }
    }
}
