// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.delivery.MessageSize;
import dev.signalbox.device.delivery.Outgoing;
import dev.signalbox.device.delivery.QuickLane;
import dev.signalbox.device.delivery.StateLane;
import dev.signalbox.device.delivery.Uploads;
import dev.signalbox.device.link.Lane;
import dev.signalbox.device.method.MethodLane;
import dev.signalbox.device.outbox.NewMessage;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.twin.ReportedLane;
import dev.signalbox.device.twin.TwinLane;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.topic.Reserved;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// A node's end of the line to its hub, with what only the hub of nodes understands: log lines at once or not at all,
/// and how the node is. Programs use `DeviceClient`. Safe for use by many threads.
///
/// It connects in the background, comes back by itself after every loss, and renews its sign-in before it expires.
public final class NodeLink implements AutoCloseable {
    private final ListenerThread listener;
    private final StateLane state = new StateLane();
    private final QuickLane quick = new QuickLane();
    private final ReportedLane reported = new ReportedLane();
    private final MethodLane methods;
    private final TwinLane twin;
    private final Line line;

    private NodeLink(Line.Setup setup, Outbox outbox, DeviceListener told) {
        this.methods = new MethodLane(told::called, this::wake);
        this.listener = new ListenerThread(told);
        this.twin = new TwinLane(
                desired -> {
                    listener.twin(desired.values(), desired.version());
                    return Lane.SAFE;
                },
                listener::reported);
        var sending = new Line.Sending(outbox, Uploads.none());
        this.line = Line.of(setup, sending, List.of(twin, state, reported, methods, quick), listener);
    }

    /// Opens the outbox; needs no network. Throws ProblemException when the folder cannot be used, or another
    /// program uses it.
    public static NodeLink open(DeviceOptions options, DeviceListener listener) {
        return open(Line.Setup.of(options), listener);
    }

    static NodeLink open(Line.Setup setup, DeviceListener listener) {
        return new NodeLink(setup, setup.outbox(), listener);
    }

    /// Connects in the background and stays connected until closed.
    public void start() {
        line.start();
    }

    /// Sends a message that must not be lost: returns when it is on disk, and the hub gets it in order, over crashes
    /// and outages. A hub that knows epoch and sequence passes each on exactly once. Many threads sending at a time
    /// share one write.
    ///
    /// Throws ProblemException when it is too large, the outbox is full, or the disk does not take it.
    public void send(byte[] payload, Map<String, String> properties) {
        String bag = PropertyBags.write(properties);
        MessageSize.check(payload, bag);
        line.outbox().put(NewMessage.of(bag.getBytes(StandardCharsets.UTF_8), payload));
    }

    /// Sends at once or not at all, without acknowledgement; false when offline or too much is on its way already.
    public boolean sendNow(byte[] payload, Map<String, String> properties) {
        boolean accepted = line.up() && quick.offer(new Outgoing(line.id(), payload, properties));
        if (accepted) {
            line.wake();
        }
        return accepted;
    }

    /// Says how the device is. Only the latest counts: it replaces one that has not left yet, and is said again after
    /// each sign-in. Marked as state unless the properties say otherwise.
    public void sendState(byte[] payload, Map<String, String> properties) {
        Map<String, String> marked = new LinkedHashMap<>(properties);
        marked.putIfAbsent(Reserved.KIND.wireName(), Reserved.KIND_STATE);
        state.offer(new Outgoing(line.id(), payload, marked));
        line.wake();
    }

    /// Changes the twin's reported properties by a merge patch, now or when next connected. Kept in memory: report
    /// again after a restart.
    public void report(ObjectNode reportedPatch) {
        reported.offer(reportedPatch);
        line.wake();
    }

    /// Has the hub tell the whole twin again, now or when next connected; the listener hears of it as
    /// after a sign-in.
    public void askForTwin() {
        twin.askAgain();
        line.wake();
    }

    /// Messages on disk that the hub has not taken yet.
    public long waiting() {
        return line.outbox().waiting();
    }

    /// How often the link's thread went round: grows in every few minutes, connected or not, while it makes progress.
    public long linkTurns() {
        return line.turns();
    }

    /// The same of the thread that writes the outbox, at least once a minute; empty while nothing was ever written.
    public OptionalLong outboxTurns() {
        return line.outbox().turns();
    }

    public boolean connected() {
        return line.up();
    }

    private void wake() {
        line.wake();
    }

    /// Disconnects. Messages the hub has not taken stay on disk for the next time.
    @Override
    public void close() {
        line.close();
        methods.close();
        line.credentials().close();
        line.outbox().close();
        listener.close();
    }
}
