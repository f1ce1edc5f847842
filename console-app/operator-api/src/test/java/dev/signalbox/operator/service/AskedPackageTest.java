// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedPackageTest {
    @Test
    void aDraftWithoutPackagesIsWrittenAndReadAsItWasBeforeThereWereAny() {
        var draft = new ServiceDraft(
                "Pump", ServiceVersion.FIRST, Language.JAVA, ServiceState.DRAFT, "", List.of(), "class Pump {}", "e");
        assertThat(Json.writeText(draft)).doesNotContain("packages");
        assertThat(Json.read(Json.write(draft), ServiceDraft.class)).isEqualTo(draft);
    }

    @Test
    void coordinatesAreRead() {
        var plain = AskedPackage.parse(Language.JAVA, "org.apache.commons:commons-csv:1.14.1");
        assertThat(plain.name()).isEqualTo("org.apache.commons:commons-csv");
        assertThat(plain.version()).isEqualTo("1.14.1");
        var classified = AskedPackage.parse(Language.JAVA, "io.netty:tcnative:2.0.81.Final:linux-x86_64");
        assertThat(classified.name()).isEqualTo("io.netty:tcnative:linux-x86_64");
        var wheel = AskedPackage.parse(Language.PYTHON, "Sb_Answer[fast]==1.0.post1");
        assertThat(wheel.name()).isEqualTo("sb-answer");
        assertThat(wheel.version()).isEqualTo("1.0.post1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "commons-csv",
                "a:b",
                "a:b:[1,2)",
                "a:b:LATEST",
                "a:b:RELEASE",
                "a:b:1:c:d",
                "../a:b:1",
                "a b:c:1",
                "a:b:1\n",
                "a:b:",
                "a:b:../1"
            })
    void whatIsNoCoordinatesIsRefusedForJava(String text) {
        assertThatThrownBy(() -> AskedPackage.parse(Language.JAVA, text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("group:artifact:version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "requests", "requests>=2", "requests==2.*", "--index-url=x", "a @ file:///b", "a==1 ; x"})
    void whatIsNotOneExactVersionIsRefusedForPython(String text) {
        assertThatThrownBy(() -> AskedPackage.parse(Language.PYTHON, text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("name==version");
    }

    @Test
    void oneAskedTwiceAndTooManyAreRefused() {
        assertThatThrownBy(() -> AskedPackage.parseAll(Language.JAVA, List.of("a:b:1", "a:b:2")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> AskedPackage.parseAll(Language.PYTHON, List.of("Sb.A==1", "sb_a==1")))
                .hasMessageContaining("twice");
        List<String> many =
                IntStream.range(0, 1_000).mapToObj(i -> "a:b" + i + ":1").toList();
        assertThatThrownBy(() -> AskedPackage.parseAll(Language.JAVA, many)).hasMessageContaining("at most");
    }
}
