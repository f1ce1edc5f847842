// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import dev.signalbox.protocol.topic.Reserved;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// Obeys and reports as a node does, and runs nothing: with one release it fails, if it is told so. What it knows
/// outlives
/// its connections.
final class PretendNode implements AutoCloseable {
    private static final String GET = "get";

    private final long failsWith;
    private final Staying staying;
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();
    private volatile NodeReport report =
            new NodeReport("0.1.0", 0, 0, ReleaseState.SETTLED, Optional.empty(), List.of(), 0);
    private long accepted;
    private long wayBack;

    /// @param failsWith number of the release that it falls back from; 0 for none
    PretendNode(DeviceKeys keys, Way way, long failsWith) {
        this.failsWith = failsWith;
        var topics = List.of(Topics.TWIN_RESPONSES, Topics.DESIRED_PATCHES);
        this.staying = new Staying(keys, way, new Staying.Habits(this::hears, this::begin, topics));
    }

    String name() {
        return staying.name();
    }

    boolean failsWith(long release) {
        return release == failsWith;
    }

    /// Numbers of the releases it ever began to run.
    Set<Long> begun() {
        return Set.copyOf(begun);
    }

    long running() {
        return report.running();
    }

    private void begin(Line line) {
        tell(line);
        line.say(Topics.write(new FromDevice.TwinGet(GET)), new byte[0]);
    }

    private void hears(Line line, String topic, byte[] body) {
        switch (Topics.fromHub(topic).orElseThrow()) {
            case FromHub.TwinResponse whole -> obey(line, Json.readTree(body).path("desired"));
            case FromHub.DesiredPatch patch -> obey(line, Json.readTree(body));
            default -> throw new IllegalStateException(topic);
        }
    }

    private synchronized void obey(Line line, JsonNode desired) {
        JsonNode order = desired.path(Reserved.TWIN_PROPERTY.wireName());
        if (!order.isMissingNode()) {
            obey(line, order.path("release").longValue());
        }
    }

    private void obey(Line line, long release) {
        long before = report.running();
        if (release < accepted && release != wayBack) {
            stand(line, before, release, ReleaseState.REFUSED);
        } else if (release == failsWith) {
            begin(release, before);
            stand(line, release, release, ReleaseState.TRIAL);
            stand(line, before, release, ReleaseState.FELL_BACK);
        } else {
            begin(release, before);
            stand(line, release, release, ReleaseState.SETTLED);
        }
    }

    private void begin(long release, long before) {
        begun.add(release);
        wayBack = release > accepted ? before : wayBack;
        accepted = Math.max(accepted, release);
    }

    private void stand(Line line, long running, long ordered, ReleaseState state) {
        boolean bad = state == ReleaseState.FELL_BACK || state == ReleaseState.REFUSED;
        var why = new Problem("90010", "It died while starting.", "Mend it.");
        report = new NodeReport(
                "0.1.0", running, ordered, state, bad ? Optional.of(why) : Optional.empty(), List.of(), 0);
        tell(line);
    }

    private void tell(Line line) {
        String bag = Reserved.KIND.wireName() + "=" + Reserved.KIND_STATE;
        line.say("devices/" + name() + "/messages/events/" + bag, Json.write(report));
    }

    @Override
    public void close() throws InterruptedException {
        staying.close();
    }
}
