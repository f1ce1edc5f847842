// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.delivery.Packing;
import dev.signalbox.device.message.Compression;
import dev.signalbox.device.message.DesiredProperties;
import dev.signalbox.device.message.Handling;
import dev.signalbox.device.twin.DesiredState;
import dev.signalbox.device.twin.ReportedState;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.stream.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ObjectNode;

/// A device of a Signalbox hub, or of an Azure IoT Hub: sends messages to streams, follows its desired properties,
/// reports its own, and takes messages and calls from the cloud. Safe for use by many threads.
///
/// What it is given to send is on its disk when the call returns, and what it is sent is on its disk before it is
/// acknowledged: nothing is lost when the network or the power goes. It connects in the background, comes back by
/// itself after every loss, and renews its sign-in before it ends.
public final class DeviceClient implements AutoCloseable {
    /// The two halves of the twin.
    record Twin(DesiredState desired, ReportedState reported) {}

    private final Line line;
    private final StreamSender.Parts senders;
    private final Twin twin;
    private final List<AutoCloseable> parts;

    /// @param parts what it is made of, to be closed with it, the last one first
    DeviceClient(Line line, Packing packing, Twin twin, List<AutoCloseable> parts) {
        this.line = line;
        this.senders = new StreamSender.Parts(line.outbox(), packing);
        this.twin = twin;
        this.parts = parts;
    }

    /// What a new client is to be.
    public static DeviceClientBuilder builder() {
        return new DeviceClientBuilder();
    }

    /// The workspace, where the hub has several and names it in the device's id; empty otherwise.
    public String workspaceId() {
        String id = line.id().value();
        return id.contains(":") ? id.substring(0, id.indexOf(':')) : "";
    }

    /// The device's id. It may be another than the one it asked for: who approved may have given it another.
    public String deviceId() {
        String id = line.id().value();
        return id.substring(id.indexOf(':') + 1);
    }

    /// A sender to the default stream.
    public StreamSender createStreamSender() {
        return createStreamSender(StreamName.DEFAULT, Compression.UNCOMPRESSED);
    }

    public StreamSender createStreamSender(StreamName to, Compression how) {
        return new StreamSender(senders, new StreamSender.Target(to, ""), Handling.USUAL.with(how));
    }

    /// Messages on disk that the hub has not taken yet.
    public long pendingMessagesCount() {
        return line.outbox().waiting();
    }

    /// Returns once the hub has all that was enqueued before, or it was given up by the limits that were asked for.
    /// Throws ProblemException when the client is closed meanwhile.
    public void waitEnqueuedMessagesSent() throws InterruptedException {
        try {
            line.outbox().allForwarded().get();
        } catch (ExecutionException closed) {
            throw told(closed);
        }
    }

    /// As without a limit; false when that took too long.
    public boolean waitEnqueuedMessagesSent(Duration atMost) throws InterruptedException {
        CompletableFuture<Void> sent = line.outbox().allForwarded();
        try {
            sent.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException closed) {
            throw told(closed);
        }
    }

    private static RuntimeException told(ExecutionException failed) {
        return failed.getCause() instanceof ProblemException problem ? problem : new IllegalStateException(failed);
    }

    /// The newest desired properties known here. Waits for the hub only if none were ever heard of.
    public DesiredProperties getDesiredProperties() throws InterruptedException {
        return twin.desired().first();
    }

    /// The newest desired properties known here, unless they are of this version; empty also when none are known yet.
    ///
    /// @param than the version the caller has; empty for none
    public Optional<DesiredProperties> getDesiredPropertiesIfNewer(OptionalLong than) {
        return twin.desired().latestIfNot(than);
    }

    /// Has the hub know these as all that the device reports. Returns when that is on disk. It is sent when that is
    /// possible, as a patch of what the hub has, also after a restart. Throws ProblemException when a hub would not
    /// take it, which names the path, or the disk does not.
    public void updateReportedProperties(ObjectNode whole) {
        twin.reported().update(whole);
    }

    /// Whether the hub has not answered to the latest update yet.
    public boolean anyPendingReportedPropertiesUpdates() {
        return twin.reported().anyPending();
    }

    public boolean connected() {
        return line.up();
    }

    /// What became of all messages it was ever given.
    public Account account() {
        return line.outbox().account();
    }

    /// Disconnects. What the hub has not taken, and what was not handled, stays on disk for the next time.
    @Override
    public void close() {
        Wiring.close(parts);
    }
}
