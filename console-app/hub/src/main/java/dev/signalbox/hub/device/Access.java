// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.hub.authority.Authorities;
import dev.signalbox.hub.policy.Policies;
import dev.signalbox.hub.store.Permission;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks that a device or module is who it says: by a shared access signature made with one of its two keys or with a
/// policy's that lets devices in, or by a certificate whose thumbprint or whose authority is known. Waits for the disk.
public final class Access {
    private static final Pattern RESOURCE = Pattern.compile("[ &]sr=([^&]*)");
    private static final Pattern DEVICE_RESOURCE = Pattern.compile("([^/]+)/devices/([^/]+)");

    private final Devices devices;
    private final Proofs proofs;
    private final Set<String> hostNames;
    private final Clock clock;

    /// What besides a device's own key or thumbprint lets it in.
    public record Proofs(Policies policies, Authorities authorities) {}

    public Access(Devices devices, Proofs proofs, Set<String> hostNames, Clock clock) {
        this.devices = devices;
        this.proofs = proofs;
        this.hostNames = Set.copyOf(hostNames);
        this.clock = clock;
    }

    /// Checks an MQTT sign-in and returns who it is.
    public ClientId signIn(SignIn asked) {
        int slash = asked.userName().indexOf('/');
        String named = asked.userName().substring(slash + 1) + "/";
        if (slash < 0 || asked.clientId().isEmpty() || !named.startsWith(asked.clientId() + "/")) {
            throw new ProblemException(DeviceProblems.badSignIn());
        }
        ClientId who = id(asked.clientId());
        String host = asked.userName().substring(0, slash);
        return asked.password().isEmpty() && !asked.certificates().isEmpty()
                ? checkCertificate(host, who, asked.certificates())
                : checkSignature(host, who, asked.password());
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
        return checkSignature(resource.group(1), id(resource.group(2)), authorization)
                .device();
    }

    /// Checks an HTTPS request of the device that its path names: by its `Authorization` header, or without one by the
    /// certificates it showed.
    public void check(DeviceId device, String host, String authorization, List<X509Certificate> certificates) {
        if (authorization.isEmpty() && !certificates.isEmpty()) {
            checkCertificate(host, ClientId.of(device), certificates);
        } else if (!signIn(authorization).equals(device)) {
            throw new ProblemException(DeviceProblems.wrongKey(ClientId.of(device)));
        }
    }

    private ClientId checkSignature(String host, ClientId who, String signature) {
        Devices.Identity identity = identity(host, who);
        String resource = host + "/devices/" + who.toString().replace("/", "/modules/");
        boolean good = SasTokens.policy(signature)
                .map(policy -> isGoodByPolicy(signature, resource, policy))
                .orElseGet(() -> isGoodByKey(signature, resource, identity));
        if (!good) {
            throw new ProblemException(DeviceProblems.wrongKey(who));
        }
        return enabled(who, identity);
    }

    /// Whether it is an authority's signature that lets this one in.
    public boolean isByAuthority(ClientId who) {
        return devices.identity(who)
                .filter(identity -> identity.proof().type().equals(StoredRegistration.Proof.CERTIFICATE_AUTHORITY))
                .isPresent();
    }

    private ClientId checkCertificate(String host, ClientId who, List<X509Certificate> shown) {
        Devices.Identity identity = identity(host, who);
        StoredRegistration.Proof proof = identity.proof();
        switch (proof.type()) {
            case StoredRegistration.Proof.SELF_SIGNED -> Thumbprints.check(who, shown.getFirst(), proof);
            case StoredRegistration.Proof.CERTIFICATE_AUTHORITY ->
                proofs.authorities().check(who, shown);
            default -> throw new ProblemException(DeviceProblems.notByCertificate(who, proof.type()));
        }
        return enabled(who, identity);
    }

    private Devices.Identity identity(String host, ClientId who) {
        if (!hostNames.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
            throw new ProblemException(DeviceProblems.foreignHost(shortened(host)));
        }
        return devices.identity(who).orElseThrow(() -> new ProblemException(DeviceProblems.notKnown(who)));
    }

    private boolean isGoodByKey(String signature, String resource, Devices.Identity identity) {
        return identity.proof().type().equals(StoredRegistration.Proof.SAS.type())
                && (SasTokens.isGood(signature, resource, identity.primaryKey(), clock.instant())
                        || SasTokens.isGood(signature, resource, identity.secondaryKey(), clock.instant()));
    }

    private boolean isGoodByPolicy(String signature, String resource, String name) {
        return proofs.policies()
                .find(name)
                .filter(policy -> policy.grants(Permission.DEVICE_CONNECT))
                .filter(policy -> SasTokens.isGood(signature, resource, policy.primaryKey(), clock.instant())
                        || SasTokens.isGood(signature, resource, policy.secondaryKey(), clock.instant()))
                .isPresent();
    }

    private static ClientId enabled(ClientId who, Devices.Identity identity) {
        if (!identity.enabled()) {
            throw new ProblemException(DeviceProblems.disabled(who));
        }
        return who;
    }

    private static ClientId id(String text) {
        try {
            return ClientId.parse(text);
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
