// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedPackageTest {
    private static final Digest SOME = Digests.of("some");

    /// What a release of version 0.1 without packages says of a service; its bytes are signed and never change.
    private static final String WITHOUT =
            "{\"name\":\"Pump\",\"version\":\"0.1\",\"language\":\"JAVA\",\"bundle\":\"" + SOME.value() + "\"}";

    private static LockedPackage jar(String coordinates) {
        return new LockedPackage(coordinates, "a-1.jar", SOME, 10);
    }

    private static ReleaseManifest.Service pump(List<LockedPackage> packages) {
        return new ReleaseManifest.Service("Pump", ServiceVersion.FIRST, Language.JAVA, SOME, packages);
    }

    @Test
    void aServiceWithoutPackagesIsWrittenAsItWasBeforeThereWereAny() {
        assertThat(Json.writeText(pump(List.of()))).isEqualTo(WITHOUT);
        assertThat(Json.read(WITHOUT, ReleaseManifest.Service.class)).isEqualTo(pump(List.of()));
    }

    @Test
    void packagesGoThereAndBack() {
        var service = pump(List.of(jar("org.example:a:1"), jar("org.example:b:1")));
        assertThat(Json.read(Json.write(service), ReleaseManifest.Service.class))
                .isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.jar", "a/b.jar", "a.zip", ".jar", "-r.whl", "a\n.jar", ""})
    void aFileThatIsNoPlainNameIsRefused(String file) {
        assertThatThrownBy(() -> new LockedPackage("org.example:a:1", file, SOME, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsMoreThanANodeHasToTakeIsRefused() {
        var many = new ArrayList<LockedPackage>();
        for (int i = 0; i < 1_000; i++) {
            many.add(jar("org.example:a" + i + ":1"));
        }
        assertThatThrownBy(() -> pump(many)).isInstanceOf(IllegalArgumentException.class);
        var large = new ArrayList<LockedPackage>();
        for (int i = 0; i < 5; i++) {
            large.add(new LockedPackage("org.example:a" + i + ":1", "a.jar", SOME, LockedPackage.MOST_BYTES));
        }
        assertThatThrownBy(() -> pump(large)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPackageTwiceAndOneOfAnotherLanguageAreRefusedInWords() {
        assertThatThrownBy(() -> pump(List.of(jar("org.example:a:1"), jar("org.example:a:1"))))
                .hasMessageContaining("once");
        assertThatThrownBy(() -> pump(List.of(new LockedPackage("a==1", "a-1-py3-none-any.whl", SOME, 10))))
                .hasMessageContaining("jars");
        String twice = Json.writeText(pump(List.of(jar("org.example:a:1")))).replaceFirst("\\[(.*)]", "[$1,$1]");
        assertThatThrownBy(() -> Json.read(twice, ReleaseManifest.Service.class))
                .isInstanceOf(ProblemException.class);
    }
}
