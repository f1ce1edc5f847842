// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.local.FromApp;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How node and local apps write to each other: one JSON object a line, UTF-8, ended by LF. What cannot be read is
/// empty, so that either end may learn new words.
public final class LocalLines {
    /// The longest line either end reads, in bytes without its LF; longer ones are skipped.
    public static final int LONGEST = 1 << 20;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CONNECTED = "connected";
    private static final String DISCONNECTED = "disconnected";

    private LocalLines() {}

    /// The line with its LF.
    public static byte[] write(FromApp word) {
        return LocalWords.line(
                switch (word) {
                    case FromApp.Connected(String app, String version) ->
                        client(app, "status", CONNECTED, "version", version);
                    case FromApp.Disconnected(String app) -> client(app, "status", DISCONNECTED, "version", "");
                    case FromApp.Failed(String app, String type, String text) -> failed(app, type, text);
                    case FromApp.Call(String app, String command, ObjectNode arguments) ->
                        LocalWords.signal("sdkclient", named(app).set("call", LocalWords.object(command, arguments)));
                    case FromApp.Data data -> LocalWords.object("data", data(data));
                });
    }

    /// The line with its LF.
    public static byte[] write(FromAgent word) {
        return LocalWords.line(
                switch (word) {
                    case FromAgent.Init(String version, boolean receipts) -> init(version, receipts);
                    case FromAgent.Link(boolean connected) ->
                        LocalWords.signal("connectionstatus", NODES.stringNode(connected ? CONNECTED : DISCONNECTED));
                    case FromAgent.Status(String status) -> LocalWords.signal("agentstatus", NODES.stringNode(status));
                    case FromAgent.Command(String name, ObjectNode parameters) ->
                        LocalWords.object("data", LocalWords.object(name, parameters));
                    case FromAgent.Received(String id) -> LocalWords.signal("received", NODES.stringNode(id));
                });
    }

    /// What an app said; empty for anything else.
    ///
    /// @param line without its LF
    public static Optional<FromApp> fromApp(byte[] line) {
        return object(line).flatMap(LocalWords::fromApp);
    }

    /// What a node said; empty for anything else.
    ///
    /// @param line without its LF
    public static Optional<FromAgent> fromAgent(byte[] line) {
        return object(line).flatMap(LocalWords::fromAgent);
    }

    private static Optional<ObjectNode> object(byte[] line) {
        try {
            JsonNode read = Json.mapper().readTree(line);
            return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException junk) {
            return Optional.empty();
        }
    }

    private static ObjectNode client(String app, String key, String value, String optional, String optionalValue) {
        ObjectNode client = named(app).put(key, value);
        return LocalWords.signal("sdkclient", optionalValue.isEmpty() ? client : client.put(optional, optionalValue));
    }

    private static ObjectNode failed(String app, String type, String text) {
        ObjectNode error = NODES.objectNode().put("type", type).put("msg", text);
        return LocalWords.signal("sdkclient", named(app).set("error", error));
    }

    private static ObjectNode data(FromApp.Data data) {
        ObjectNode node = NODES.objectNode();
        node.set("sdkclient", named(data.app()));
        node.set("payload", data.payload());
        if (!data.channel().isEmpty()) {
            node.put("channel", data.channel());
        }
        return data.id().isEmpty() ? node : node.put("id", data.id());
    }

    private static ObjectNode init(String version, boolean receipts) {
        ObjectNode init = NODES.objectNode().put("version", version);
        return LocalWords.signal("sdkinit", receipts ? init.put("receipts", true) : init);
    }

    private static ObjectNode named(String app) {
        return NODES.objectNode().put("name", app);
    }
}
