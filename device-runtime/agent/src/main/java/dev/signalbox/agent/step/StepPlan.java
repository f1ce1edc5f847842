// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// What one step is to run. Two equal plans need no restart between releases.
///
/// @param properties values as the release has them; a secret is still a reference
public record StepPlan(StepAddress address, ReleaseManifest.Service runs, Map<String, String> properties) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);
    private static final long USUAL_MEGABYTES = 256;

    public StepPlan {
        properties = Map.copyOf(properties);
    }

    /// How long the service may be at one thing: what the flow gives its property `timeoutSeconds`, else 30 s; 0 for as
    /// long as it likes.
    public Duration patience() {
        String given = properties.getOrDefault("timeoutSeconds", "");
        return given.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(given)) : USUAL_PATIENCE;
    }

    /// How much memory the process of a service may have, in bytes: what the flow gives its property `memoryMegabytes`,
    /// else 256 MB; 0 for any. Of no concern to one that runs in the node.
    public long memoryBytes() {
        String given = properties.getOrDefault("memoryMegabytes", "");
        return (given.matches("\\d{1,6}") ? Long.parseLong(given) : USUAL_MEGABYTES) * 1_000_000;
    }

    /// The service's name, which is its class's.
    public String service() {
        return runs.name();
    }

    /// By which name other services may know it, such as `pump_py`.
    public String serviceId() {
        return service().toLowerCase(Locale.ROOT) + "_" + language().ending();
    }

    public ServiceVersion version() {
        return runs.version();
    }

    public Digest bundle() {
        return runs.bundle();
    }

    public Language language() {
        return runs.language();
    }

    /// Whether the flow asks for a process of its own, by a property `isolated` that is `true`. Every
    /// Python service has one anyway.
    public boolean isIsolated() {
        return language() == Language.JAVA
                && properties.getOrDefault("isolated", "").equals("true");
    }
}
