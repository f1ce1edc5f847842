// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseManifest.Service;
import dev.signalbox.protocol.release.ReleaseManifest.Step;
import dev.signalbox.protocol.release.ReleaseManifest.Wire;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.comparison.Line;
import dev.signalbox.workbench.comparison.LinePair;
import dev.signalbox.workbench.comparison.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is told of the difference between two releases.
class ReleaseComparisonTest {
    private static final StepAddress WATCH = new StepAddress("boiler", "watch");
    private static final StepAddress ALARM = new StepAddress("boiler", "alarm");
    private static final Assignment ON_ONE = new Assignment(new TreeSet<>(List.of("press-01")), Map.of());

    @Test
    void ofReleasesThatAreAlikeNothingIsTold() {
        ReleaseManifest one = release(List.of(watch("1.0", "80")), "1.0");
        assertThat(parts(one, one)).isEmpty();
    }

    @Test
    void aFlowTellsVersionsValuesNodesAndWires() {
        ReleaseManifest before = release(List.of(watch("1.0", "80")), "1.0");
        var after = new ReleaseManifest(
                "main",
                2,
                1,
                Instant.EPOCH,
                "mk",
                "",
                List.of(service("1.1")),
                List.of(
                        watch("1.1", "82.5"),
                        new Step(
                                ALARM,
                                "Watch",
                                ServiceVersion.parse("1.1"),
                                Map.of("key", "secret:k7@3"),
                                Assignment.toTag("site", "oslo"))),
                List.of(new Wire(WATCH, ALARM, "t > 90")));
        List<Part> parts = parts(before, after);
        assertThat(parts).extracting(Part::title).containsExactly("Flow boiler", "Services", "Watch 1.0 → 1.1");
        assertThat(differing(parts.getFirst(), true)).containsExactly("watch: Watch 1.0", "    limit = 80");
        assertThat(differing(parts.getFirst(), false))
                .containsExactlyInAnyOrder(
                        "alarm: Watch 1.1",
                        "    key = secret, version 3",
                        "    runs on nodes with site=oslo",
                        "watch: Watch 1.1",
                        "    limit = 82.5",
                        "    to boiler/alarm when t > 90");
        assertThat(differing(parts.getLast(), false)).containsExactly("source of 1.1");
    }

    @Test
    void aServiceThatCameOrWentHasItsSourceOnOneSide() {
        ReleaseManifest none = release(List.of());
        ReleaseManifest one = release(List.of(watch("1.0", "80")), "1.0");
        assertThat(parts(none, one)).extracting(Part::title).containsExactly("Flow boiler", "Services", "Watch 1.0");
        List<Part> gone = parts(one, none);
        assertThat(gone).extracting(Part::title).containsExactly("Flow boiler", "Services", "Watch 1.0, gone");
        assertThat(differing(gone.getLast(), true)).containsExactly("source of 1.0");
        assertThat(differing(gone.getLast(), false)).isEmpty();
    }

    @Test
    void aSourceThatCannotBeHadSaysWhy() {
        List<Part> parts = new ReleaseComparison(release(List.of()), release(List.of(), "1.0"), service -> {
                    throw new ProblemException(new Problem("service.not-known", "There is no service Watch.", ""));
                })
                .parts();
        assertThat(differing(parts.getLast(), false)).containsExactly("There is no service Watch.");
    }

    private static List<Part> parts(ReleaseManifest left, ReleaseManifest right) {
        return new ReleaseComparison(left, right, service -> "source of " + service.version()).parts();
    }

    private static List<String> differing(Part part, boolean left) {
        return part.lines().stream()
                .filter(LinePair::differs)
                .map(left ? LinePair::left : LinePair::right)
                .flatMap(Optional::stream)
                .map(Line::text)
                .toList();
    }

    private static ReleaseManifest release(List<Step> steps, String... versions) {
        List<Service> services =
                List.of(versions).stream().map(ReleaseComparisonTest::service).toList();
        return new ReleaseManifest("main", 1, 0, Instant.EPOCH, "mk", "", services, steps, List.of());
    }

    private static Service service(String version) {
        return new Service("Watch", ServiceVersion.parse(version), Language.JAVA, Digests.of(version));
    }

    private static Step watch(String version, String limit) {
        return new Step(WATCH, "Watch", ServiceVersion.parse(version), Map.of("limit", limit), ON_ONE);
    }
}
