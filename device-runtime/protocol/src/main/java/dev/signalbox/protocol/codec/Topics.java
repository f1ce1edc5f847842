// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes the IoT Hub's MQTT topics.
public final class Topics {
    /// What a device subscribes to for answers about its twin.
    public static final String TWIN_RESPONSES = "$iothub/twin/res/#";

    /// What a device subscribes to for changes of its desired properties.
    public static final String DESIRED_PATCHES = "$iothub/twin/PATCH/properties/desired/#";

    /// What a device subscribes to for direct methods.
    public static final String METHOD_CALLS = "$iothub/methods/POST/#";

    private static final String EVENTS = "/messages/events/";
    private static final Pattern TELEMETRY =
            Pattern.compile("devices/([^/]+)(?:/modules/([^/]+))?/messages/events(?:/(.*))?", Pattern.DOTALL);
    private static final String TWIN_GET = "$iothub/twin/GET/";
    private static final String REPORTED = "$iothub/twin/PATCH/properties/reported/";
    private static final String METHOD_RESPONSE = "$iothub/methods/res/";
    private static final String TWIN_RESPONSE = "$iothub/twin/res/";
    private static final String DESIRED = "$iothub/twin/PATCH/properties/desired/";
    private static final String METHOD_CALL = "$iothub/methods/POST/";

    private Topics() {}

    /// What a device subscribes to for messages from the hub.
    public static String cloudMessages(DeviceId device) {
        return "devices/" + device + "/messages/devicebound/#";
    }

    /// What the topic means, or empty if a device may not publish to it. Throws IllegalArgumentException on a broken
    /// property bag.
    public static Optional<FromDevice> fromDevice(String topic) {
        if (topic.startsWith("devices/")) {
            return telemetry(topic);
        }
        if (topic.startsWith(TWIN_GET)) {
            return requestId(topic).map(FromDevice.TwinGet::new);
        }
        if (topic.startsWith(REPORTED)) {
            return requestId(topic).map(rid -> new FromDevice.ReportedPatch(rid, version(topic)));
        }
        if (topic.startsWith(METHOD_RESPONSE)) {
            return requestId(topic).map(rid -> new FromDevice.MethodResponse(status(topic, METHOD_RESPONSE), rid));
        }
        return Optional.empty();
    }

    /// What the topic means to the device it is sent to, or empty if it is none of the hub's.
    public static Optional<FromHub> fromHub(String topic) {
        if (topic.startsWith(TWIN_RESPONSE)) {
            return requestId(topic)
                    .map(rid -> new FromHub.TwinResponse(status(topic, TWIN_RESPONSE), rid, version(topic)));
        }
        if (topic.startsWith(DESIRED)) {
            return Optional.of(new FromHub.DesiredPatch(version(topic).orElse(0)));
        }
        if (topic.startsWith(METHOD_CALL)) {
            String name = segment(topic, METHOD_CALL);
            return requestId(topic).map(rid -> new FromHub.MethodCall(name, rid));
        }
        int bag = topic.indexOf("/messages/devicebound/");
        return topic.startsWith("devices/") && bag > 0
                ? Optional.of(new FromHub.CloudMessage(
                        PropertyBags.read(topic.substring(bag + "/messages/devicebound/".length()))))
                : Optional.empty();
    }

    public static String write(FromDevice message) {
        return switch (message) {
            case FromDevice.Telemetry t ->
                "devices/" + t.from().toString().replace("/", "/modules/") + EVENTS
                        + PropertyBags.write(t.properties());
            case FromDevice.TwinGet get -> TWIN_GET + "?$rid=" + get.requestId();
            case FromDevice.ReportedPatch patch ->
                REPORTED + "?$rid=" + patch.requestId()
                        + (patch.baseVersion().isPresent()
                                ? "&$version=" + patch.baseVersion().getAsLong()
                                : "");
            case FromDevice.MethodResponse r -> METHOD_RESPONSE + r.status() + "/?$rid=" + r.requestId();
        };
    }

    public static String write(DeviceId device, FromHub message) {
        return switch (message) {
            case FromHub.TwinResponse r ->
                TWIN_RESPONSE + r.status() + "/?$rid=" + r.requestId()
                        + (r.version().isPresent() ? "&$version=" + r.version().getAsLong() : "");
            case FromHub.DesiredPatch patch -> DESIRED + "?$version=" + patch.version();
            case FromHub.MethodCall call -> METHOD_CALL + call.name() + "/?$rid=" + call.requestId();
            case FromHub.CloudMessage c ->
                "devices/" + device + "/messages/devicebound/" + PropertyBags.write(c.properties());
        };
    }

    private static Optional<FromDevice> telemetry(String topic) {
        Matcher parts = TELEMETRY.matcher(topic);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var from = new ClientId(new DeviceId(parts.group(1)), Optional.ofNullable(parts.group(2)));
        String bag = parts.group(3) == null ? "" : parts.group(3);
        return Optional.of(new FromDevice.Telemetry(from, PropertyBags.read(bag)));
    }

    private static String segment(String topic, String prefix) {
        int end = topic.indexOf('/', prefix.length());
        return end < 0 ? topic.substring(prefix.length()) : topic.substring(prefix.length(), end);
    }

    private static int status(String topic, String prefix) {
        return Integer.parseInt(segment(topic, prefix));
    }

    private static Optional<String> requestId(String topic) {
        return Optional.ofNullable(query(topic).get("$rid"));
    }

    private static OptionalLong version(String topic) {
        String version = query(topic).get("$version");
        return version == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(version));
    }

    private static Map<String, String> query(String topic) {
        int mark = topic.indexOf("/?");
        return mark < 0 ? Map.of() : PropertyBags.read(topic.substring(mark + 2));
    }
}
