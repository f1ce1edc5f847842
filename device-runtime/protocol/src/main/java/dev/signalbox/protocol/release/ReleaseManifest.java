// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// One release: everything that runs in a workspace, signed once by an operator and never changed again. A node runs
/// any subset of its steps, and of no other release beside it.
///
/// @param number grows by one with each release of the workspace
/// @param predecessor the release a node may fall back to by itself; 0 for none
/// @param createdBy the operator's name
/// @param note why, in the operator's words; may be empty
/// @param staged whether it comes to its nodes in stages, and the hub may take it back to its predecessor; not written
/// when
/// it does not
public record ReleaseManifest(
        String workspace,
        long number,
        long predecessor,
        Instant createdAt,
        String createdBy,
        String note,
        List<Service> services,
        List<Step> steps,
        List<Wire> wires,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> staged) {
    public ReleaseManifest {
        services = List.copyOf(services);
        steps = List.copyOf(steps);
        wires = List.copyOf(wires);
    }

    /// One for all nodes at once.
    public ReleaseManifest(
            String workspace,
            long number,
            long predecessor,
            Instant createdAt,
            String createdBy,
            String note,
            List<Service> services,
            List<Step> steps,
            List<Wire> wires) {
        this(workspace, number, predecessor, createdAt, createdBy, note, services, steps, wires, Optional.empty());
    }

    /// Whether it comes to its nodes in stages.
    public boolean isStaged() {
        return staged.orElse(false);
    }

    /// A service at one exact version.
    ///
    /// @param name class name, which is the file name without its ending
    /// @param bundle digest of the source as UTF-8
    /// @param packages all it needs beside its language's own, and what those need; not written when there
    /// are none
    public record Service(
            String name,
            ServiceVersion version,
            Language language,
            Digest bundle,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LockedPackage> packages) {
        /// So many packages may one service bring along.
        public static final int MOST_PACKAGES = 500;

        /// So many bytes may they have together.
        public static final long MOST_PACKAGE_BYTES = 512L * 1024 * 1024;

        public Service {
            packages = List.copyOf(Objects.requireNonNullElse(packages, List.of()));
            check(language, packages);
        }

        /// One without packages.
        public Service(String name, ServiceVersion version, Language language, Digest bundle) {
            this(name, version, language, bundle, List.of());
        }

        private static void check(Language language, List<LockedPackage> packages) {
            if (packages.size() > MOST_PACKAGES
                    || packages.stream().mapToLong(LockedPackage::bytes).sum() > MOST_PACKAGE_BYTES) {
                throw new IllegalArgumentException("A service has up to " + MOST_PACKAGES + " packages of "
                        + MOST_PACKAGE_BYTES + " bytes together");
            }
            if (packages.stream().map(LockedPackage::coordinates).distinct().count() < packages.size()) {
                throw new IllegalArgumentException("A service has each package once");
            }
            if (packages.stream().anyMatch(one -> one.isJar() != (language == Language.JAVA))) {
                throw new IllegalArgumentException("A Java service has jars, a Python service has wheels");
            }
        }
    }

    /// A place in a flow where a service runs.
    ///
    /// @param properties the values the flow gives; a secret is `secret:<id>@<version>` and never its value
    public record Step(
            StepAddress address,
            String service,
            ServiceVersion version,
            Map<String, String> properties,
            Assignment assignment) {
        /// What a property's value starts with when it refers to a secret.
        public static final String SECRET_PREFIX = "secret:";

        public Step {
            properties = java.util.Collections.unmodifiableMap(new TreeMap<>(properties));
        }
    }

    /// What one step emits reaches another step of the same node.
    ///
    /// @param condition WHERE expression over the message; empty means always
    public record Wire(StepAddress from, StepAddress to, String condition) {}
}
