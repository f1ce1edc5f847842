// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.builtin;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// The destinations every node has. Their names, in any case, win over those of steps. From any thread.
public final class Builtins {
    private static final String SEND_EVENT = "_sendEvent";
    private static final Set<String> AT_THE_DESK = Set.of(
            "_set_state",
            "_start_service",
            "_start_custom_services",
            "_stop_custom_services",
            "_change_tracking",
            "_update_firmware",
            "refresh_vpn_settings",
            "update_vpn_endpoint",
            "request_connectionstring",
            "terminal_output");

    private final Logger logger;
    private final Heartbeat heartbeat;
    private final BiConsumer<Sender, Message> hub;
    private final Map<String, Builtin> all;

    /// @param hub takes a message to the hub
    public Builtins(NodeLog log, BiConsumer<Sender, Message> hub) {
        this.logger = new Logger(log);
        this.heartbeat = new Heartbeat(Path.of(System.getProperty("java.io.tmpdir"), "msb.pid"), logger);
        this.hub = hub;
        this.all = Map.of(
                "logger",
                logger,
                "com",
                this::send,
                "watchdog",
                heartbeat,
                "msb",
                call -> (call.action().equals("_debug") && logger.act(call)) || elsewhere(call),
                "orchestrator",
                this::elsewhere,
                "vpnhelper",
                call -> absent(call, "VPN helper"),
                "terminal",
                call -> absent(call, "terminal"),
                "updatehandler",
                call -> absent(call, "update handler"));
    }

    /// Answers false when no built-in destination is meant. What reaches all reaches the watchdog's heartbeat, too.
    public boolean act(Sender from, String destination, String action, Message message) {
        var call = new Call(from, action, message);
        if (destination.equals("*")) {
            heartbeat.act(call);
            return false;
        }
        Builtin meant = all.get(destination.toLowerCase(Locale.ROOT));
        if (meant != null && !meant.act(call)) {
            logger.warn(call, destination.toLowerCase(Locale.ROOT) + " has no function called " + action);
        }
        return meant != null;
    }

    /// A text leaves as its own bytes: services write their JSON themselves.
    private boolean send(Call call) {
        if (!call.action().equals(SEND_EVENT)) {
            return false;
        }
        Message sent = call.message();
        Body body =
                sent.body().raw() instanceof String text ? Body.of(text.getBytes(StandardCharsets.UTF_8)) : sent.body();
        hub.accept(call.from(), new Message(sent.id(), sent.time(), sent.source(), sent.properties(), body));
        return true;
    }

    private boolean elsewhere(Call call) {
        boolean known = AT_THE_DESK.contains(call.action());
        if (known) {
            logger.warn(call, call.action() + " does nothing here: what runs on a node is decided at the desk");
        }
        return known;
    }

    private boolean absent(Call call, String what) {
        logger.warn(call, call.action() + " does nothing here: this node has no " + what);
        return true;
    }
}
