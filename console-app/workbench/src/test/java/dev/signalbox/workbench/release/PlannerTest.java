// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final List<String> resolved = new ArrayList<>();
    private static final Assignment NORTH = Assignment.toTag("site", "north");
    private final List<ServiceDraft> drafts = new ArrayList<>(List.of(draft("Pump", "0.1"), draft("Pump", "0.2")));
    private final List<NodeView> nodes = List.of(node("press-01", "north"), node("press-02", "south"));

    @Test
    void latestIsTheNewestVersionAndDraftsCount() {
        ReleasePlan plan = plan(flow(step("a", "Pump", "latest", NORTH)));

        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.manifest().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.version()).hasToString("0.2"));
        assertThat(plan.manifest().number()).isEqualTo(1);
        assertThat(plan.flowEtags()).containsEntry("boiler", "e1");
        assertThat(plan.changes()).containsExactly(new NodeChange("press-01", List.of(at("a")), List.of(), List.of()));
    }

    @Test
    void aServiceThatDoesNotCompileBlocksWithItsPlace() {
        drafts.add(draft("Broken", "0.1"));

        assertThat(whats(plan(flow(step("a", "Broken", "latest", NORTH)))))
                .containsExactly("Broken.java:12:8: error: cannot find symbol");
    }

    @Test
    void anEmptyMandatoryPropertyBlocksAndIsNamed() {
        drafts.add(draft("Watch", "0.1", property("limit", PropertyDefinition.Type.NUMBER, true)));

        assertThat(whats(plan(flow(step("a", "Watch", "latest", NORTH)))))
                .containsExactly("Step boiler/a has no value for The limit (limit), which is mandatory.");
        assertThat(codes(plan(flow(step("a", "Watch", "latest", NORTH, Map.of("limit", "warm"))))))
                .containsExactly("release.property-mistyped");
        assertThat(codes(plan(flow(step("a", "Watch", "latest", NORTH, Map.of("limit", "95.5"))))))
                .isEmpty();
    }

    @Test
    void whatDoesNotExistBlocks() {
        assertThat(codes(plan(flow(step("a", "Ghost", "latest", NORTH), step("b", "Pump", "9.9", NORTH)))))
                .containsExactly("release.unknown-service", "release.unknown-version");
    }

    @Test
    void aStepAssignedToNothingOnlyWarns() {
        ReleasePlan plan = plan(flow(step("a", "Pump", "latest", Assignment.NONE)));

        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.warnings()).extracting(Problem::code).containsExactly("release.step-nowhere");
    }

    @Test
    void twoStepsOfOneNameBlockWithoutRegardToCase() {
        assertThat(codes(plan(flow(step("a", "Pump", "latest", NORTH), step("A", "Pump", "latest", NORTH)))))
                .containsExactly("release.step-twice");
    }

    @Test
    void aWireBetweenNodesBlocksAndNamesTheStream() {
        Flow flow = wired(
                "",
                step("a", "Pump", "latest", NORTH),
                step("b", "Pump", "latest", new Assignment(new TreeSet<>(List.of("press-02")), Map.of())));

        assertThat(plan(flow).blockers()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("boiler/a").contains("boiler/b");
            assertThat(problem.remedy()).contains("stream");
        });
    }

    @Test
    void aConditionThatCannotBeReadBlocks() {
        Flow flow = wired("body.x >", step("a", "Pump", "latest", NORTH), step("b", "Pump", "latest", NORTH));

        assertThat(codes(plan(flow))).containsExactly("release.bad-condition");
    }

    @Test
    void aPythonStepIsReleasedLikeAnyOther() {
        drafts.add(new ServiceDraft(
                "Snake", ServiceVersion.FIRST, Language.PYTHON, ServiceState.DRAFT, "", List.of(), "", "s"));

        assertThat(plan(flow(step("a", "Snake", "latest", NORTH))).manifest().services())
                .singleElement()
                .satisfies(service -> assertThat(service.language()).isEqualTo(Language.PYTHON));
    }

    @Test
    void whatAServiceAsksForIsLocked() {
        drafts.add(asking("Asking", ServiceState.DRAFT, "org.example:a:1"));

        ReleasePlan plan = plan(flow(step("a", "Asking", "latest", NORTH)));

        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.manifest().services())
                .singleElement()
                .satisfies(service -> assertThat(service.packages()).containsExactly(locked("org.example:a:1")));
    }

    @Test
    void aPackageThatCannotBeHadBlocksAndNamesItsService() {
        drafts.add(asking("Asking", ServiceState.DRAFT, "org.example:gone:1"));

        ReleasePlan plan = plan(flow(step("a", "Asking", "latest", NORTH)));

        assertThat(codes(plan)).containsExactly("package.not-found");
        assertThat(whats(plan)).containsExactly("Service Asking 0.1: It is gone.");
    }

    @Test
    void aReleasedVersionKeepsThePackagesItWasReleasedWithAndNobodyIsAskedAgain() {
        drafts.add(asking("Asking", ServiceState.DRAFT, "org.example:a:1"));
        ReleaseManifest last = plan(flow(step("a", "Asking", "latest", NORTH))).manifest();
        drafts.set(drafts.size() - 1, asking("Asking", ServiceState.RELEASED, "org.example:a:1"));
        resolved.clear();

        ReleasePlan next = plan(Optional.of(last), flow(step("a", "Asking", "latest", NORTH)));

        assertThat(next.manifest().services()).isEqualTo(last.services());
        assertThat(resolved).isEmpty();
        assertThat(next.changes()).isEmpty();
    }

    @Test
    void anotherPackageIsAChangeOfTheStep() {
        drafts.add(asking("Asking", ServiceState.DRAFT, "org.example:a:1"));
        ReleaseManifest last = plan(flow(step("a", "Asking", "latest", NORTH))).manifest();
        drafts.set(drafts.size() - 1, asking("Asking", ServiceState.DRAFT, "org.example:b:1"));

        assertThat(plan(Optional.of(last), flow(step("a", "Asking", "latest", NORTH)))
                        .changes())
                .containsExactly(new NodeChange("press-01", List.of(), List.of(at("a")), List.of()));
    }

    private static ServiceDraft asking(String name, ServiceState state, String... packages) {
        return new ServiceDraft(
                name, ServiceVersion.FIRST, Language.JAVA, state, "", List.of(), List.of(packages), name, "s");
    }

    private static LockedPackage locked(String coordinates) {
        return new LockedPackage(coordinates, "a.jar", Digests.of(coordinates), 7);
    }

    @Test
    void changesAreToldAgainstTheReleaseInForce() {
        ReleaseManifest last = plan(flow(step("a", "Pump", "0.1", NORTH), step("b", "Pump", "0.1", NORTH)))
                .manifest();

        ReleasePlan next =
                plan(Optional.of(last), flow(step("a", "Pump", "0.2", NORTH), step("c", "Pump", "0.1", NORTH)));

        assertThat(next.manifest().number()).isEqualTo(2);
        assertThat(next.manifest().predecessor()).isEqualTo(1);
        assertThat(next.changes())
                .containsExactly(new NodeChange("press-01", List.of(at("c")), List.of(at("a")), List.of(at("b"))));
    }

    private ReleasePlan plan(Flow... flows) {
        return plan(Optional.empty(), flows);
    }

    private ReleasePlan plan(Optional<ReleaseManifest> last, Flow... flows) {
        var signer = new Signer("demo", "owner", Ed25519.generate());
        var clock = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC);
        return new Planner(signer, clock, new KnownSources())
                .plan(new Situation(summaries(), List.of(flows), nodes, Made.of(last)));
    }

    private List<ServiceSummary> summaries() {
        return drafts.stream()
                .map(ServiceDraft::name)
                .distinct()
                .map(name -> new ServiceSummary(
                        name,
                        Language.JAVA,
                        "",
                        drafts.stream()
                                .filter(draft -> draft.name().equals(name))
                                .map(draft -> new ServiceSummary.Version(
                                        draft.version(), draft.state(), Instant.EPOCH, "owner", 0))
                                .toList()))
                .toList();
    }

    private final class KnownSources implements Sources {
        @Override
        public ServiceDraft of(String service, ServiceVersion version) {
            return drafts.stream()
                    .filter(draft ->
                            draft.name().equals(service) && draft.version().equals(version))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public List<LockedPackage> packages(ServiceDraft draft) {
            resolved.add(draft.name());
            if (draft.packages().contains("org.example:gone:1")) {
                throw new ProblemException(new Problem("package.not-found", "It is gone.", "Look."));
            }
            return draft.packages().stream().map(PlannerTest::locked).toList();
        }

        @Override
        public List<Mark> errors(ServiceDraft draft) {
            return draft.name().equals("Broken")
                    ? List.of(new Mark(Severity.ERROR, 12, 8, 0, 1, "cannot find symbol"))
                    : List.of();
        }
    }

    private static List<String> codes(ReleasePlan plan) {
        return plan.blockers().stream().map(Problem::code).toList();
    }

    private static List<String> whats(ReleasePlan plan) {
        return plan.blockers().stream().map(Problem::what).toList();
    }

    private static StepAddress at(String step) {
        return new StepAddress("boiler", step);
    }

    private static Flow flow(Flow.Step... steps) {
        return new Flow("boiler", "", List.of(steps), List.of(), "e1");
    }

    private static Flow wired(String condition, Flow.Step from, Flow.Step to) {
        return new Flow(
                "boiler", "", List.of(from, to), List.of(new Flow.Wire(from.name(), to.name(), condition)), "e1");
    }

    private static Flow.Step step(String name, String service, String version, Assignment where) {
        return step(name, service, version, where, Map.of());
    }

    private static Flow.Step step(
            String name, String service, String version, Assignment where, Map<String, String> properties) {
        return new Flow.Step(name, service, version, properties, where, 0, 0);
    }

    private static PropertyDefinition property(String id, PropertyDefinition.Type type, boolean mandatory) {
        return new PropertyDefinition(id, "The " + id, type, mandatory, "", PropertyDefinition.Kind.STATIC);
    }

    private static ServiceDraft draft(String name, String version, PropertyDefinition... properties) {
        return new ServiceDraft(
                name,
                ServiceVersion.parse(version),
                Language.JAVA,
                ServiceState.DRAFT,
                "",
                List.of(properties),
                name + version,
                "s");
    }

    private static NodeView node(String id, String site) {
        return new NodeView(
                new DeviceId(id), true, Optional.empty(), Map.of("site", site), 0, List.of(), Optional.empty());
    }
}
