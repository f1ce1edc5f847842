// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.rollout.AskedMove;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.trust.Envelope;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Releases that come in stages, as the hub takes and steers them.
class RolloutTest extends OnSite {
    private static final Optional<RolloutPlan> STAGES =
            Optional.of(new RolloutPlan(List.of(50, 100), 2, 90, 0, 50, 600));
    /// It does not go on by itself while a test lasts.
    private static final Optional<RolloutPlan> BY_HAND =
            Optional.of(new RolloutPlan(List.of(50, 100), 2, 90, 3_600, 50, 600));
    private static final Assignment WEST = Assignment.toTag("site", "west");

    private ServiceDraft service;
    private Flow flow;

    @BeforeEach
    void start() {
        desk.trust();
        service = desk.save("Ping", "class Ping {}", "");
        flow = desk.saveFlow("flow", "Ping", Map.of(), WEST);
    }

    @Test
    void itComesToTheNodesThatAreThereAndIsTakenBackFromThem() throws Exception {
        DeviceKeys first = desk.addNode("pump-1", Map.of("site", "west"));
        desk.addNode("pump-2", Map.of("site", "west"));
        desk.addNode("pump-3", Map.of("site", "east"));
        releaseFirst();
        assertThat(release(staged(2), BY_HAND).statusCode()).isEqualTo(201);
        Site.await(() -> rollout(2).state() == RolloutState.RUNNING);
        assertThat(rollout(2).tally().targets()).isEqualTo(2);
        assertThat(move(RolloutMove.NEXT_STAGE, 0).statusCode()).isEqualTo(200);
        try (var pump = Pump.signedIn(site, first)) {
            tell(pump, 1, ReleaseState.SETTLED);
            Site.await(() -> ordered("pump-1") == 2);
            assertThat(ordered("pump-2")).isEqualTo(1);
            assertThat(ordered("pump-3")).isEqualTo(1);
            assertThat(fetch(first, 2)).isEqualTo(200);
            tell(pump, 2, ReleaseState.SETTLED);
            Site.await(() -> rollout(2).tally().succeeded() == 1);
            assertThat(move(RolloutMove.HALT, 1).statusCode()).isEqualTo(200);
            Site.await(() -> ordered("pump-1") == 1);
            assertThat(fetch(first, 2)).isEqualTo(403);
            assertThat(fetch(first, 1)).isEqualTo(200);
            tell(pump, 1, ReleaseState.SETTLED);
            Site.await(() -> rollout(2).tally().back() == 1);
        }
        assertThat(desk.ask("PUT", Paths.NODES + "/pump-3/tags", Map.of("site", "west"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ordered("pump-3")).isEqualTo(1);
        refused(release(plain(3, 2), Optional.empty()), "release.wrong-predecessor");
        assertThat(release(plain(3, 1), Optional.empty()).statusCode()).isEqualTo(201);
        assertThat(ordered("pump-1")).isEqualTo(3);
    }

    @Test
    void whoIsAwayWhenItIsForAllNodesHasItOrderedThen() throws Exception {
        DeviceKeys keys = desk.addNode("pump-1", Map.of("site", "west"));
        desk.addNode("pump-2", Map.of("site", "west"));
        releaseFirst();
        assertThat(release(staged(2), BY_HAND).statusCode()).isEqualTo(201);
        Site.await(() -> rollout(2).state() == RolloutState.RUNNING);
        assertThat(move(RolloutMove.NEXT_STAGE, 0).statusCode()).isEqualTo(200);
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, 1, ReleaseState.SETTLED);
            Site.await(() -> ordered("pump-1") == 2);
            assertThat(ordered("pump-2")).isEqualTo(1);
            assertThat(move(RolloutMove.NEXT_STAGE, 1).statusCode()).isEqualTo(200);
            assertThat(rollout(2).state()).isEqualTo(RolloutState.DONE);
            Site.await(() -> ordered("pump-2") == 2);
        }
    }

    @Test
    void aDeviceThatTheReleaseNamesFirstRunsWhatItIsToGoBackTo() throws Exception {
        DeviceKeys keys = desk.addNode("pump-9", Map.of());
        releaseFirst();
        assertThat(ordered("pump-9")).isZero();
        ReleaseManifest named = manifest(2, 1, true, new Assignment(new TreeSet<>(List.of("pump-9")), Map.of()));
        assertThat(release(named, STAGES).statusCode()).isEqualTo(201);
        Site.await(() -> ordered("pump-9") == 1);
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, 1, ReleaseState.SETTLED);
            Site.await(() -> ordered("pump-9") == 2);
        }
    }

    @Test
    void itGoesOnAfterARestartOfTheHub() throws Exception {
        DeviceKeys keys = desk.addNode("pump-1", Map.of("site", "west"));
        releaseFirst();
        assertThat(release(staged(2), STAGES).statusCode()).isEqualTo(201);
        desk.close();
        site.restart();
        String bearer = desk.bearer;
        desk = new Desk(site);
        desk.bearer = bearer;
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, 1, ReleaseState.SETTLED);
            Site.await(() -> ordered("pump-1") == 2);
            tell(pump, 2, ReleaseState.SETTLED);
            Site.await(() -> rollout(2).state() == RolloutState.DONE);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithASentence() {
        desk.addNode("pump-1", Map.of("site", "west"));
        refused(release(manifest(1, 0, true, WEST), STAGES), "release.first-in-stages");
        releaseFirst();
        refused(release(plain(2, 1), STAGES), "release.staged-otherwise");
        refused(release(staged(2), Optional.empty()), "release.staged-otherwise");
        assertThat(desk.ask("POST", Paths.RELEASES, Map.of("rollout", Map.of("shares", List.of(50, 10))))
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.get(Paths.ROLLOUTS + "/1").statusCode()).isEqualTo(404);
        assertThat(release(staged(2), STAGES).statusCode()).isEqualTo(201);
        Site.await(() -> rollout(2).state() == RolloutState.RUNNING);
        refused(release(staged(3), STAGES), "release.rollout-open");
        refused(move(RolloutMove.NEXT_STAGE, 1), "rollout.moved-on");
        assertThat(desk.ask("POST", Paths.ROLLOUTS + "/2/moves", Map.of("move", "DANCE", "stage", 0))
                        .statusCode())
                .isEqualTo(400);
        assertThat(move(RolloutMove.HALT, 0).statusCode()).isEqualTo(200);
        refused(move(RolloutMove.RESUME, 0), "rollout.not-open");
        desk.bearer = "";
        assertThat(move(RolloutMove.HALT, 0).statusCode()).isEqualTo(401);
    }

    private void releaseFirst() {
        assertThat(release(plain(1, 0), Optional.empty()).statusCode()).isEqualTo(201);
    }

    private ReleaseManifest plain(long number, long predecessor) {
        return manifest(number, predecessor, false, WEST);
    }

    private ReleaseManifest staged(long number) {
        return manifest(number, 1, true, WEST);
    }

    /// The flow, with a value that is another one in each release.
    private ReleaseManifest manifest(long number, long predecessor, boolean staged, Assignment on) {
        ReleaseManifest usual = desk.manifest(number, service, flow);
        var step = usual.steps().getFirst();
        return new ReleaseManifest(
                usual.workspace(),
                number,
                predecessor,
                usual.createdAt(),
                usual.createdBy(),
                "",
                usual.services(),
                List.of(new ReleaseManifest.Step(
                        step.address(), step.service(), step.version(), Map.of("limit", "" + number), on)),
                List.of(),
                staged ? Optional.of(true) : Optional.empty());
    }

    private HttpResponse<String> release(ReleaseManifest manifest, Optional<RolloutPlan> stages) {
        var envelope = Dsse.sign(Envelope.RELEASE, Json.write(manifest), desk.owner);
        return desk.ask("POST", Paths.RELEASES, new NewRelease(envelope, Map.of(flow.name(), flow.etag()), stages));
    }

    private HttpResponse<String> move(RolloutMove move, int stage) {
        return desk.ask("POST", Paths.ROLLOUTS + "/2/moves", new AskedMove(move, stage));
    }

    private RolloutView rollout(long release) {
        return Json.read(desk.get(Paths.ROLLOUTS + "/" + release).body(), RolloutView.class);
    }

    private long ordered(String node) {
        return Json.read(desk.get(Paths.NODES + "/" + node).body(), NodeView.class)
                .ordered();
    }

    private int fetch(DeviceKeys node, long release) {
        return desk.getAsNode(node, Paths.NODE_RELEASES + "/" + release).statusCode();
    }

    private static void tell(Pump pump, long release, ReleaseState state) throws MqttException {
        var report = new NodeReport("0.1.0", release, release, state, Optional.empty(), List.of(), 0);
        pump.send(Json.writeText(report), Map.of("signalbox-kind", "state"));
    }

    private static void refused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains(code);
    }
}
