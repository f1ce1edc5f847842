// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.FlowSwitch;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.node.PingView;
import dev.signalbox.operator.node.SwitchChange;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.action.Done;
import dev.signalbox.protocol.action.LogWish;
import dev.signalbox.protocol.action.Nothing;
import dev.signalbox.protocol.action.Pong;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.Problem;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What operators have nodes do. The node is a pretend one that answers over MQTT.
@Timeout(120)
class NodeActionTest extends OnSite {
    private static final String AT = Paths.NODES + "/press-1";
    private static final StepAddress STEP = new StepAddress("boiler", "step");

    private DeviceKeys keys;

    @BeforeEach
    void start() {
        keys = desk.addNode("press-1", Map.of());
    }

    @Test
    void aNodeIsAskedAndItsAnswerComesBack() throws Exception {
        try (var node = Pump.signedIn(site, keys)) {
            node.listen(Topics.METHOD_CALLS, 0);
            var asked = ask("/actions/step", new StepWish(STEP, StepDeed.RESTART));
            String report = "{\"step\":\"boiler/step\",\"service\":\"Pump\",\"version\":\"0.1\",\"state\":\"STARTING\","
                    + "\"since\":\"2026-11-22T10:00:00Z\",\"problem\":null}";
            var heard = node.answers(200, report);
            assertThat(heard.topic()).startsWith("$iothub/methods/POST/signalbox.step/?$rid=");
            assertThat(heard.body()).isEqualTo("{\"step\":\"boiler/step\",\"deed\":\"RESTART\"}");
            assertThat(asked.get(60, TimeUnit.SECONDS).body()).contains("\"state\":\"STARTING\"");

            var restart = ask("/actions/restart", new Nothing());
            node.answers(200, Json.writeText(new Done("It ends.")));
            assertThat(restart.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatTheNodeRefusesIsToldInItsOwnWords() throws Exception {
        try (var node = Pump.signedIn(site, keys)) {
            node.listen(Topics.METHOD_CALLS, 0);
            var restart = ask("/actions/restart", new Nothing());
            node.answers(409, "{\"code\":\"node.not-supervised\",\"what\":\"Nothing would.\",\"remedy\":\"Do.\"}");
            var refused = restart.get(60, TimeUnit.SECONDS);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Json.read(refused.body(), Problem.class))
                    .isEqualTo(new Problem("node.not-supervised", "Nothing would.", "Do."));

            var sync = ask("/actions/sync", new Nothing());
            node.answers(404, "null");
            assertThat(code(sync.get(60, TimeUnit.SECONDS))).isEqualTo("node.no-actions");
            var strange = ask("/actions/step", new StepWish(STEP, StepDeed.STOP));
            node.answers(200, "[1]");
            assertThat(strange.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(502);
        }
    }

    @Test
    void whoInjectsAndWhoTapsIsToldOnceAndNeverWhatIsInTheMessage() throws Exception {
        var other = new StepAddress("boiler", "send");
        try (var node = Pump.signedIn(site, keys);
                var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
            node.listen(Topics.METHOD_CALLS, 0);
            var tap = ask("/actions/tap", new TapQuestion(STEP, other, ""));
            node.answers(200, Json.writeText(new TapPage(true, List.of(), 0, "t.0")));
            assertThat(Json.read(tap.get(60, TimeUnit.SECONDS).body(), TapPage.class)
                            .next())
                    .isEqualTo("t.0");
            var more = ask("/actions/tap", new TapQuestion(STEP, other, "t.0"));
            node.answers(200, Json.writeText(new TapPage(false, List.of(), 0, "t.0")));
            assertThat(more.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);

            var message = Map.of("step", other, "from", STEP, "payload", "hidden", "properties", Map.of("k", "hidden"));
            var put = ask("/actions/inject", message);
            var heard = node.answers(200, Json.writeText(new Done("boiler/send has the message.")));
            assertThat(heard.body())
                    .isEqualTo("{\"step\":\"boiler/send\",\"from\":\"boiler/step\",\"payload\":\"hidden\","
                            + "\"properties\":{\"k\":\"hidden\"}}");
            assertThat(put.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);

            var told = new ArrayList<String>();
            do {
                told.add(listener.next().data());
            } while (!told.getLast().contains("inject"));
            assertThat(told.getLast())
                    .contains("owner asks node press-1: inject a message into boiler/send from boiler/step");
            assertThat(told)
                    .noneMatch(line -> line.contains("hidden"))
                    .filteredOn(line -> line.contains("tap the wire from boiler/step to boiler/send"))
                    .hasSize(1);
        }
    }

    @Test
    void aFullMailboxIsAConflictAndOneTapTooManyIsTooMany() throws Exception {
        try (var node = Pump.signedIn(site, keys)) {
            node.listen(Topics.METHOD_CALLS, 0);
            var message = Map.of("step", STEP, "payload", 1, "properties", Map.of());
            var put = ask("/actions/inject", message);
            node.answers(400, "{\"code\":\"step.mailbox-full\",\"what\":\"It is full.\",\"remedy\":\"Wait.\"}");
            assertThat(put.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
            assertThat(code(put.get())).isEqualTo("step.mailbox-full");
            var tap = ask("/actions/tap", new TapQuestion(STEP, STEP, ""));
            node.answers(400, "{\"code\":\"wire.too-many-taps\",\"what\":\"Too many.\",\"remedy\":\"Close one.\"}");
            assertThat(tap.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(429);
            assertThat(code(tap.get())).isEqualTo("wire.too-many-taps");
        }
    }

    @Test
    void aNodeOfAnOlderVersionIsToldApartFromADeviceThatIsNoNode() throws Exception {
        try (var node = Pump.signedIn(site, keys)) {
            node.listen(Topics.METHOD_CALLS, 0);
            var tap = ask("/actions/tap", new TapQuestion(STEP, STEP, ""));
            node.answers(404, "{\"code\":\"node.no-such-method\",\"what\":\"No.\",\"remedy\":\"Check.\"}");
            Problem told = Json.read(tap.get(60, TimeUnit.SECONDS).body(), Problem.class);
            assertThat(told.code()).isEqualTo("node.no-such-action");
            assertThat(told.what()).isEqualTo("press-1 does not know the action tap: its agent is older.");
        }
        var nobody = desk.bearer;
        desk.bearer = "guessed";
        assertThat(desk.ask("POST", AT + "/actions/tap", new TapQuestion(STEP, STEP, ""))
                        .statusCode())
                .isEqualTo(401);
        assertThat(desk.ask("POST", AT + "/actions/inject", Map.of()).statusCode())
                .isEqualTo(401);
        desk.bearer = nobody;
        assertThat(desk.ask("POST", AT + "/actions/inject", Map.of("step", STEP))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPingTellsHowFarTheClockIsOff() throws Exception {
        try (var node = Pump.signedIn(site, keys)) {
            node.listen(Topics.METHOD_CALLS, 0);
            var asked = ask("/ping", new Nothing());
            node.answers(200, Json.writeText(new Pong(Instant.now().minusSeconds(3600), 1200)));
            var seen = Json.read(asked.get(60, TimeUnit.SECONDS).body(), PingView.class);
            assertThat(seen.upMillis()).isEqualTo(1200);
            assertThat(seen.roundTripMillis()).isBetween(0L, 20_000L);
            assertThat(seen.clockAheadMillis()).isBetween(-3_640_000L, -3_580_000L);
        }
    }

    @Test
    void aNodeThatIsAwayIsNotOnlineAndNonsenseIsRefusedHere() {
        assertThat(code(desk.ask("POST", AT + "/actions/restart", new Nothing())))
                .isEqualTo("method.not-online");
        assertThat(code(desk.ask("POST", AT + "/ping", new Nothing()))).isEqualTo("method.not-online");
        assertThat(desk.ask("POST", AT + "/actions/explode", new Nothing()).statusCode())
                .isEqualTo(404);
        assertThat(desk.ask("POST", AT + "/actions/step", Map.of("deed", "STOP"))
                        .statusCode())
                .isEqualTo(400);
        var tooLong = Map.of("level", "DEBUG", "seconds", LogWish.LONGEST_SECONDS + 1);
        assertThat(desk.ask("POST", AT + "/actions/log-level", tooLong).statusCode())
                .isEqualTo(400);
        var noName = Map.of("step", "boiler/step", "method", "a b", "payload", 1);
        assertThat(desk.ask("POST", AT + "/actions/call", noName).statusCode()).isEqualTo(400);
        var nobody = desk.ask("POST", Paths.NODES + "/nobody/actions/restart", new Nothing());
        assertThat(code(nobody)).isEqualTo("node.not-known");
    }

    @Test
    void onlyOperatorsMayAndWhatTheyDoIsTold() throws Exception {
        desk.trust();
        released();
        try (var listener = new Listener(desk, Paths.LIVE_LOGS, "")) {
            change(SwitchChange.step(STEP, false));
            String told = listener.next().data();
            while (!told.contains("owner disables step boiler/step on node press-1")) {
                told = listener.next().data();
            }
        }
        desk.bearer = "guessed";
        for (String path : List.of("/ping", "/actions/restart", "/switches")) {
            assertThat(desk.ask("POST", AT + path, new Nothing()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(desk.get(Paths.FLOW_SWITCHES).statusCode()).isEqualTo(401);
        var asNode = desk.getAsNode(keys, Paths.FLOW_SWITCHES);
        assertThat(asNode.statusCode()).isEqualTo(401);
    }

    @Test
    void switchesReachANodeThatWasAwayAndSurviveARestartOfTheHub() throws Exception {
        desk.trust();
        released();
        change(SwitchChange.maintenance(true));
        change(SwitchChange.node(false));
        change(SwitchChange.step(new StepAddress("BOILER", "Step"), false));
        var off = new Switches(true, true, new TreeSet<>(), new TreeSet<>(List.of(STEP)));
        assertThat(view().switches()).isEqualTo(off);
        site.restart();
        assertThat(view().switches()).isEqualTo(off);
        try (var node = Pump.signedIn(site, keys)) {
            node.listen();
            assertThat(ordered(node)).isEqualTo(Optional.of(off));
            change(SwitchChange.maintenance(false));
            assertThat(node.hears("$iothub/twin/PATCH/properties/desired/")).contains("\"maintenance\":false");
            change(SwitchChange.node(true));
            node.hearsAny();
            change(SwitchChange.step(STEP, true));
            node.hearsAny();
            assertThat(ordered(node)).isEmpty();
        }
        assertThat(view().switches()).isEqualTo(Switches.ALL_ON);
    }

    @Test
    void aFlowIsDisabledOnAllNodesThatHaveIt() throws Exception {
        desk.trust();
        released();
        desk.addNode("press-2", Map.of());
        assertThat(code(desk.ask("PUT", Paths.FLOW_SWITCHES + "/nothing", new FlowSwitch(false))))
                .isEqualTo("flow.not-known");
        var off = desk.ask("PUT", Paths.FLOW_SWITCHES + "/Boiler", new FlowSwitch(false));
        assertThat(off.body()).isEqualTo("[\"boiler\"]");
        assertThat(view().switches().flows()).containsExactly("boiler");
        try (var node = Pump.signedIn(site, keys)) {
            node.listen();
            assertThat(ordered(node).orElseThrow().flows()).containsExactly("boiler");
        }
        assertThat(desk.ask("PUT", Paths.FLOW_SWITCHES + "/boiler", new FlowSwitch(true))
                        .body())
                .isEqualTo("[]");
        assertThat(view().switches()).isEqualTo(Switches.ALL_ON);
    }

    @Test
    void aStepThatTheNodeIsNotToRunCannotBeDisabled() {
        assertThat(code(desk.ask("POST", AT + "/switches", SwitchChange.step(STEP, false))))
                .isEqualTo("step.not-known");
        assertThat(code(desk.ask("POST", Paths.NODES + "/nobody/switches", SwitchChange.node(false))))
                .isEqualTo("node.not-known");
        assertThat(desk.ask("POST", AT + "/switches", Map.of("what", "STEP", "on", true))
                        .statusCode())
                .isEqualTo(400);
    }

    private void released() {
        ServiceDraft service = desk.save("Boiler", "class Boiler {}", "");
        Flow flow = desk.saveFlow(
                "boiler", "Boiler", Map.of(), new Assignment(new TreeSet<>(List.of("press-1")), Map.of()));
        assertThat(desk.release(desk.manifest(1, service, flow), flow, desk.owner)
                        .statusCode())
                .isEqualTo(201);
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, Object question) {
        return CompletableFuture.supplyAsync(() -> desk.ask("POST", AT + path, question));
    }

    private void change(SwitchChange change) {
        assertThat(desk.ask("POST", AT + "/switches", change).statusCode()).isEqualTo(200);
    }

    private NodeView view() {
        return Json.read(desk.get(AT).body(), NodeView.class);
    }

    private static Optional<Switches> ordered(Pump node) throws Exception {
        String order = Json.writeText(node.twin().path("desired").path("signalbox"));
        return Json.read(order, ReleaseOrder.class).switches();
    }

    private static String code(HttpResponse<String> answer) {
        return Json.read(answer.body(), Problem.class).code();
    }
}
