// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.RolloutRecords;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

record SqliteRollouts(Handle handle) implements RolloutRecords {
    @Override
    public List<StoredRollout> all() {
        return handle.createQuery("SELECT * FROM rollout ORDER BY release DESC")
                .map((row, context) -> rollout(row))
                .list();
    }

    @Override
    public Optional<StoredRollout> find(long release) {
        return handle.createQuery("SELECT * FROM rollout WHERE release = ?")
                .bind(0, release)
                .map((row, context) -> rollout(row))
                .findOne();
    }

    @Override
    public Optional<StoredRollout> open() {
        return handle.createQuery("SELECT * FROM rollout WHERE state NOT IN ('HALTED', 'DONE')")
                .map((row, context) -> rollout(row))
                .findOne();
    }

    @Override
    public long base() {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM release"
                        + " WHERE number NOT IN (SELECT release FROM rollout WHERE state <> 'DONE')")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void put(StoredRollout rollout) {
        handle.execute(
                "INSERT INTO rollout (release, base, plan, state, stage, since, why) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (release) DO UPDATE SET state = excluded.state, stage = excluded.stage,"
                        + " since = excluded.since, why = excluded.why",
                rollout.release(),
                rollout.base(),
                Json.writeText(rollout.plan()),
                rollout.state().name(),
                rollout.stage(),
                rollout.since().toString(),
                text(rollout.why()));
    }

    @Override
    public void add(long release, Map<DeviceId, Long> places, Instant now) {
        places.forEach((device, place) -> handle.execute(
                "INSERT OR IGNORE INTO rollout_node (release, device, place, outcome, since_millis) VALUES (?, ?, ?, ?, ?)",
                release,
                device.value(),
                place,
                NodeOutcome.WAITING.name(),
                now.toEpochMilli()));
    }

    @Override
    public Optional<NodeOutcome> outcome(long release, DeviceId device) {
        return handle.createQuery("SELECT outcome FROM rollout_node WHERE release = ? AND device = ?")
                .bind(0, release)
                .bind(1, device.value())
                .mapTo(String.class)
                .findOne()
                .map(NodeOutcome::valueOf);
    }

    @Override
    public RolloutTally tally(long release) {
        var counts = new EnumMap<NodeOutcome, Integer>(NodeOutcome.class);
        handle.createQuery("SELECT outcome, count(*) AS n FROM rollout_node WHERE release = ? GROUP BY outcome")
                .bind(0, release)
                .map((row, context) -> Map.entry(NodeOutcome.valueOf(row.getString("outcome")), row.getInt("n")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return RolloutTally.of(counts);
    }

    @Override
    public List<StoredRolloutNode> nodes(long release, NodeOutcome outcome) {
        return handle.createQuery("SELECT * FROM rollout_node WHERE release = ? AND outcome = ? ORDER BY place, device")
                .bind(0, release)
                .bind(1, outcome.name())
                .map((row, context) -> node(row))
                .list();
    }

    @Override
    public Optional<Instant> lastChange(long release) {
        return handle.createQuery(
                        "SELECT max(since_millis) FROM rollout_node WHERE release = ? AND outcome <> 'WAITING'")
                .bind(0, release)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void set(long release, StoredRolloutNode node) {
        handle.execute(
                "UPDATE rollout_node SET outcome = ?, since_millis = ?, problem = ?, ailing = ?"
                        + " WHERE release = ? AND device = ?",
                node.outcome().name(),
                node.since().toEpochMilli(),
                text(node.problem()),
                Json.writeText(node.ailing()),
                release,
                node.device().value());
    }

    @Override
    public void forget(DeviceId device) {
        handle.execute(
                "DELETE FROM rollout_node WHERE device = ? AND (outcome IN ('WAITING', 'ORDERED')"
                        + " OR release IN (SELECT release FROM rollout WHERE state = 'HALTED'))",
                device.value());
    }

    private static StoredRolloutNode node(ResultSet row) throws SQLException {
        return new StoredRolloutNode(
                new DeviceId(row.getString("device")),
                NodeOutcome.valueOf(row.getString("outcome")),
                Instant.ofEpochMilli(row.getLong("since_millis")),
                problem(row.getString("problem")),
                List.of(Json.read(row.getString("ailing"), StepAddress[].class)));
    }

    private static StoredRollout rollout(ResultSet row) throws SQLException {
        return new StoredRollout(
                row.getLong("release"),
                row.getLong("base"),
                Json.read(row.getString("plan"), RolloutPlan.class),
                RolloutState.valueOf(row.getString("state")),
                row.getInt("stage"),
                Instant.parse(row.getString("since")),
                problem(row.getString("why")));
    }

    private static @Nullable String text(Optional<Problem> problem) {
        return problem.map(Json::writeText).orElse(null);
    }

    private static Optional<Problem> problem(@Nullable String text) {
        return Optional.ofNullable(text).map(json -> Json.read(json, Problem.class));
    }
}
