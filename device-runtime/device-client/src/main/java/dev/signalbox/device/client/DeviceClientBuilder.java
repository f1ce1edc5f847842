// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.message.CloudMessage;
import dev.signalbox.device.message.DesiredProperties;
import dev.signalbox.device.message.DeviceEvents;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.message.ProvisioningOperation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/// Says what a device client is to be, then starts it. It needs a folder, and a provisioning token or a connection
/// string. For one thread, once.
public final class DeviceClientBuilder {
    /// Which hub, and how the device is let in.
    ///
    /// @param mqttPort and
    /// @param httpsPort of a connection string's host
    record Access(
            Optional<String> token,
            Optional<String> connectionString,
            Optional<String> deviceId,
            int mqttPort,
            int httpsPort) {}

    /// How much it keeps, and how it keeps its line.
    record Habits(OutboxLimits limits, LinkTiming timing) {}

    /// What the program is told.
    record Handlers(
            Consumer<ProvisioningOperation> provisioning,
            Optional<Consumer<DesiredProperties>> desired,
            Optional<Consumer<CloudMessage>> cloudMessage,
            Optional<Function<MethodCall, MethodAnswer>> method) {}

    private static final int MQTT = 8883;
    private static final int HTTPS = 443;

    private Access access = new Access(Optional.empty(), Optional.empty(), Optional.empty(), MQTT, HTTPS);
    private Handlers handlers =
            new Handlers(Wiring::showOnScreen, Optional.empty(), Optional.empty(), Optional.empty());
    private Optional<Path> folder = Optional.empty();
    private Optional<SSLContext> trust = Optional.empty();
    private DeviceEvents events = new DeviceEvents() {};
    private OutboxLimits limits = OutboxLimits.USUAL;
    private LinkTiming timing = LinkTiming.USUAL;

    DeviceClientBuilder() {}

    /// The one string that a console gives for new devices. Used until the device was let in; then the folder knows.
    public DeviceClientBuilder provisioningToken(String token) {
        access = new Access(
                Optional.of(token),
                access.connectionString(),
                access.deviceId(),
                access.mqttPort(),
                access.httpsPort());
        return this;
    }

    /// A device's connection string, of a Signalbox hub or an Azure IoT Hub.
    public DeviceClientBuilder connectionString(String string) {
        access = new Access(
                access.token(), Optional.of(string), access.deviceId(), access.mqttPort(), access.httpsPort());
        return this;
    }

    /// Where the hub of a connection string listens; 8883 and 443 unless said.
    public DeviceClientBuilder ports(int mqtt, int https) {
        access = new Access(access.token(), access.connectionString(), access.deviceId(), mqtt, https);
        return this;
    }

    /// The id to ask for with a provisioning token that fixes none.
    public DeviceClientBuilder deviceId(String id) {
        access = new Access(
                access.token(), access.connectionString(), Optional.of(id), access.mqttPort(), access.httpsPort());
        return this;
    }

    /// Where all that must survive is kept: one folder a device. As the name of a database file, such as
    /// `spotflow.db`, it is a folder of that name.
    public DeviceClientBuilder folder(Path path) {
        folder = Optional.of(path);
        return this;
    }

    /// Whom to trust, with a connection string; else those whom Java trusts. A provisioning token says it itself.
    public DeviceClientBuilder trust(SSLContext whom) {
        trust = Optional.of(whom);
        return this;
    }

    /// Shows people the code that they compare with the console's; else it is printed.
    public DeviceClientBuilder onProvisioning(Consumer<ProvisioningOperation> shown) {
        handlers = new Handlers(shown, handlers.desired(), handlers.cloudMessage(), handlers.method());
        return this;
    }

    /// Is given the desired properties right after the start, and the newest after each change, on a thread of its
    /// own; again if it throws, or the program ends before it returned.
    public DeviceClientBuilder onDesired(Consumer<DesiredProperties> handler) {
        handlers =
                new Handlers(handlers.provisioning(), Optional.of(handler), handlers.cloudMessage(), handlers.method());
        return this;
    }

    /// Is given each message from the cloud, one at a time; again if it throws, or the program ends before it returned.
    public DeviceClientBuilder onCloudMessage(Consumer<CloudMessage> handler) {
        handlers = new Handlers(handlers.provisioning(), handlers.desired(), Optional.of(handler), handlers.method());
        return this;
    }

    /// Answers direct methods, several at a time.
    public DeviceClientBuilder onMethod(Function<MethodCall, MethodAnswer> handler) {
        handlers = new Handlers(
                handlers.provisioning(), handlers.desired(), handlers.cloudMessage(), Optional.of(handler));
        return this;
    }

    public DeviceClientBuilder events(DeviceEvents told) {
        events = told;
        return this;
    }

    public DeviceClientBuilder outbox(OutboxLimits how) {
        limits = how;
        return this;
    }

    /// How long the line may be silent before the device asks whether the hub is there; a minute unless said. A hub
    /// that does not answer is given up within one and a half of it. 5 seconds to 19 minutes, in whole seconds.
    public DeviceClientBuilder keepAlive(Duration silence) {
        timing = timing.withKeepAlive(silence);
        return this;
    }

    /// Starts the client. A device that was let in before starts without a network; a new one with a provisioning token
    /// waits here until somebody approves. Throws ProblemException when something needed is missing or wrong, the
    /// folder cannot be used, or the hub says no for good.
    public DeviceClient start() throws InterruptedException {
        return new Wiring(access, folder, trust).start(handlers, events, new Habits(limits, timing));
    }
}
