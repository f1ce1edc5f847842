// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
    private static final Problem WHY = new Problem("90003", "It cannot be stopped.", "Mend it.");
    private static final StepPlan PUMP = plan("Pump", "first", Map.of("mm", "7"));

    @TempDir
    Path path;

    @Test
    void itLastsOverARestart() {
        in().put(PUMP, WHY);
        assertThat(in().of(PUMP)).contains(WHY);
        assertThat(in().of(plan("Other", "first", Map.of()))).isEmpty();
    }

    @Test
    void anotherVersionOrPropertyOfTheStepMayRun() {
        in().put(PUMP, WHY);
        assertThat(in().of(plan("Pump", "second", Map.of("mm", "7")))).isEmpty();
        assertThat(in().of(plan("Pump", "first", Map.of("mm", "8")))).isEmpty();
    }

    @Test
    void itIsForgottenOnceAReleaseRunsSomethingElse() {
        var quarantine = in();
        quarantine.put(PUMP, WHY);
        quarantine.only(List.of(PUMP));
        assertThat(in().of(PUMP)).contains(WHY);
        quarantine.only(List.of(plan("Pump", "second", Map.of())));
        assertThat(in().of(PUMP)).isEmpty();
    }

    @Test
    void anOperatorLiftsIt() {
        in().put(PUMP, WHY);
        assertThat(in().lift(PUMP.address())).isTrue();
        assertThat(in().of(PUMP)).isEmpty();
        assertThat(in().lift(PUMP.address())).isFalse();
    }

    @Test
    void aFileThatNobodyCanReadCountsAsNone() {
        Folder.at(path).write("quarantine.json", "{".getBytes(StandardCharsets.UTF_8));
        assertThat(in().of(PUMP)).isEmpty();
    }

    private Quarantine in() {
        return Quarantine.in(Folder.at(path));
    }

    private static StepPlan plan(String name, String source, Map<String, String> properties) {
        var digest = Digests.of(source.getBytes(StandardCharsets.UTF_8));
        var service = new ReleaseManifest.Service(name, ServiceVersion.FIRST, Language.JAVA, digest);
        return new StepPlan(new StepAddress("flow", name), service, properties);
    }
}
