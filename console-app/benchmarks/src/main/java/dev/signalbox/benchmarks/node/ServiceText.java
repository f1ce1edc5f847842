// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.node;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.trust.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One service, and the one step that runs it.
///
/// @param name of its class, and of its step
public record ServiceText(String name, Language language, String source) {
    /// It may be at one thing for as long as it likes: a round is one thing.
    private static final Map<String, String> PATIENT = Map.of("timeoutSeconds", "0");

    public static ServiceText java(String name, String source) {
        return new ServiceText(name, Language.JAVA, source);
    }

    public static ServiceText python(String name, String source) {
        return new ServiceText(name, Language.PYTHON, source);
    }

    /// Where it runs.
    public StepAddress address() {
        return new StepAddress("flow", name);
    }

    byte[] bytes() {
        return source.getBytes(StandardCharsets.UTF_8);
    }

    Digest digest() {
        return Digests.of(bytes());
    }

    ReleaseManifest.Service service() {
        return new ReleaseManifest.Service(name, ServiceVersion.FIRST, language, digest());
    }

    ReleaseManifest.Step step() {
        return new ReleaseManifest.Step(address(), name, ServiceVersion.FIRST, PATIENT, Assignment.NONE);
    }
}
