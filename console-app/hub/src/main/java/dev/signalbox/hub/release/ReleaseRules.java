// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What a signed release must be for the hub to take it.
final class ReleaseRules {
    private ReleaseRules() {}

    /// @param packages whether the hub has a package
    static void check(
            Records records, ReleaseManifest manifest, Map<String, String> flowEtags, Predicate<Digest> packages) {
        long last = records.releases().last();
        require(manifest.number() == last + 1, ReleaseProblems.notNext(manifest.number(), last + 1));
        records.rollouts().open().ifPresent(open -> {
            throw new ProblemException(ReleaseProblems.rolloutOpen(open.release()));
        });
        long base = records.rollouts().base();
        require(manifest.predecessor() == base, ReleaseProblems.wrongPredecessor(manifest.predecessor(), base));
        checkFlows(records, manifest, flowEtags);
        checkServices(records, manifest);
        checkPackages(records, manifest, packages);
        checkSteps(records, manifest);
        checkWires(manifest);
    }

    private static void checkFlows(Records records, ReleaseManifest manifest, Map<String, String> flowEtags) {
        flowEtags.forEach((name, etag) -> require(
                records.flows().find(name).map(Flow::etag).orElse("").equals(etag), ReleaseProblems.flowChanged(name)));
        for (ReleaseManifest.Step step : manifest.steps()) {
            String flow = step.address().flow();
            require(flowEtags.keySet().stream().anyMatch(flow::equalsIgnoreCase), ReleaseProblems.flowNotNamed(flow));
        }
    }

    private static void checkServices(Records records, ReleaseManifest manifest) {
        Set<Object> seen = new HashSet<>();
        for (ReleaseManifest.Service service : manifest.services()) {
            require(seen.add(List.of(service.name(), service.version())), ReleaseProblems.serviceTwice(service));
            var draft = records.services().find(service.name(), service.version());
            require(draft.isPresent(), ReleaseProblems.serviceMissing(service));
            require(
                    Digests.of(draft.orElseThrow().source()).equals(service.bundle()),
                    ReleaseProblems.sourceChanged(service));
        }
    }

    /// That each is the one the author asked for is the operator's word; the hub sees that none is left
    /// out, that nobody asked for another one meanwhile, and that nodes will find them here.
    private static void checkPackages(Records records, ReleaseManifest manifest, Predicate<Digest> packages) {
        for (ReleaseManifest.Service service : manifest.services()) {
            List<String> asked = records.services()
                    .find(service.name(), service.version())
                    .orElseThrow()
                    .packages();
            List<String> locked =
                    service.packages().stream().map(LockedPackage::coordinates).toList();
            require(
                    locked.containsAll(asked) && asked.isEmpty() == locked.isEmpty(),
                    ReleaseProblems.packagesChanged(service));
            for (LockedPackage one : service.packages()) {
                require(packages.test(one.digest()), ReleaseProblems.packageMissing(one));
            }
        }
    }

    private static void checkSteps(Records records, ReleaseManifest manifest) {
        Set<Object> addresses = new HashSet<>();
        for (ReleaseManifest.Step step : manifest.steps()) {
            require(addresses.add(step.address()), ReleaseProblems.stepTwice(step.address()));
            require(
                    manifest.services().stream()
                            .anyMatch(service -> service.name().equals(step.service())
                                    && service.version().equals(step.version())),
                    ReleaseProblems.stepWithoutService(step));
            SecretReferences.in(step)
                    .forEach(reference -> require(
                            records.secrets()
                                    .sealed(reference.id(), reference.version())
                                    .isPresent(),
                            ReleaseProblems.secretMissing(step, reference)));
        }
    }

    private static void checkWires(ReleaseManifest manifest) {
        for (ReleaseManifest.Wire wire : manifest.wires()) {
            checkCondition(wire);
            boolean joined = manifest.steps().stream()
                            .anyMatch(step -> step.address().equals(wire.from()))
                    && manifest.steps().stream().anyMatch(step -> step.address().equals(wire.to()));
            require(joined, ReleaseProblems.looseWire(wire));
        }
    }

    private static void checkCondition(ReleaseManifest.Wire wire) {
        try {
            var _ = QueryParser.anyCondition(wire.condition());
        } catch (ProblemException unreadable) {
            throw new ProblemException(ReleaseProblems.badCondition(wire, unreadable.problem()), unreadable);
        }
    }

    private static void require(boolean good, Problem otherwise) {
        if (!good) {
            throw new ProblemException(otherwise);
        }
    }
}
