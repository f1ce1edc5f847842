// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import java.util.Optional;

/// Where packages come from, as the operator says.
///
/// @param maven address of a repository for Java, or a folder that is laid out as one
/// @param pip a folder of wheels, or the address of an index; empty for pip's own settings
public record PackageOrigin(String maven, Optional<String> pip) {
    /// Names in the environment.
    public static final String MAVEN_FROM = "SIGNALBOX_MAVEN_FROM";

    public static final String WHEELS_FROM = "SIGNALBOX_WHEELS_FROM";

    private static final String MAVEN_CENTRAL = "https://repo.maven.apache.org/maven2/";

    /// As this process was told: by the properties `signalbox.maven-from` and `signalbox.wheels-from`,
    /// else by the environment; Maven Central and pip's own settings if neither says anything.
    public static PackageOrigin told() {
        return new PackageOrigin(
                told("signalbox.maven-from", MAVEN_FROM).orElse(MAVEN_CENTRAL),
                told("signalbox.wheels-from", WHEELS_FROM));
    }

    private static Optional<String> told(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable)))
                .filter(from -> !from.isBlank());
    }
}
