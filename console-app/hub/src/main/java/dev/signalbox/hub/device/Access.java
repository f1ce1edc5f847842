// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks that a device is who it says: by a shared access signature made with one of its two keys.
public final class Access {
    private static final Pattern RESOURCE = Pattern.compile("[ &]sr=([^&]*)");
    private static final Pattern DEVICE_RESOURCE = Pattern.compile("([^/]+)/devices/([^/]+)");

    private final Devices devices;
    private final Set<String> hostNames;
    private final Clock clock;

    public Access(Devices devices, Set<String> hostNames, Clock clock) {
        this.devices = devices;
        this.hostNames = Set.copyOf(hostNames);
        this.clock = clock;
    }

    /// Checks an MQTT sign-in and returns who it is.
    ///
    /// @param clientId the device id
    /// @param userName `{host}/{device id}/?api-version=...`; older clients leave out the question mark
    /// @param password the signature
    public DeviceId signIn(String clientId, String userName, String password) {
        String[] parts = userName.split("/", 3);
        if (parts.length < 2 || !parts[1].equals(clientId)) {
            throw new ProblemException(DeviceProblems.badSignIn());
        }
        return check(parts[0], id(clientId), password);
    }

    /// Checks an HTTPS `Authorization` header and returns who it is.
    public DeviceId signIn(String authorization) {
        var sr = RESOURCE.matcher(authorization);
        if (!sr.find()) {
            throw new ProblemException(DeviceProblems.badSignIn());
        }
        var resource = DEVICE_RESOURCE.matcher(decoded(sr.group(1)));
        if (!resource.matches()) {
            throw new ProblemException(DeviceProblems.badSignIn());
        }
        return check(resource.group(1), id(resource.group(2)), authorization);
    }

    private DeviceId check(String host, DeviceId id, String signature) {
        if (!hostNames.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
            throw new ProblemException(DeviceProblems.foreignHost(shortened(host)));
        }
        StoredDevice device = devices.get(id);
        String resource = host + "/devices/" + id;
        boolean good = SasTokens.isGood(signature, resource, device.primaryKey(), clock.instant())
                || SasTokens.isGood(signature, resource, device.secondaryKey(), clock.instant());
        if (!good) {
            throw new ProblemException(DeviceProblems.wrongKey(id));
        }
        if (!devices.isEnabled(id)) {
            throw new ProblemException(DeviceProblems.disabled(id));
        }
        return id;
    }

    private static DeviceId id(String text) {
        try {
            return new DeviceId(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(DeviceProblems.badSignIn(), notAnId);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(DeviceProblems.badSignIn(), malformed);
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d{1,5}$", "");
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}
