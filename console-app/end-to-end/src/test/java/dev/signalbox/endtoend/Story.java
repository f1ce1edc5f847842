// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an author and operator do, in their words.
record Story(Workbench workbench) {
    /// A service that says a line at start and counts once every 20 ms.
    static String counting(String name, String greeting) {
        return """
                public class %s extends CustomService {
                    private int count;

                    @Override
                    public void start() {
                        debug("%s");
                        every(Duration.ofMillis(20), () -> debug("count " + count++));
                    }
                }
                """.formatted(name, greeting);
    }

    /// A service that says one line at start.
    static String greeting(String name, String greeting) {
        return """
                public class %s extends CustomService {
                    @Override
                    public void start() {
                        debug("%s");
                    }
                }
                """.formatted(name, greeting);
    }

    ServiceDraft write(String name, String source) {
        return workbench.services().save(withSource(workbench.services().create(name, Language.JAVA, ""), source));
    }

    ServiceDraft change(String name, String source) {
        return workbench.services().save(withSource(workbench.services().updateMinor(name), source));
    }

    private static ServiceDraft withSource(ServiceDraft draft, String source) {
        return new ServiceDraft(
                draft.name(),
                draft.version(),
                draft.language(),
                draft.state(),
                draft.description(),
                draft.properties(),
                source,
                draft.etag());
    }

    /// A flow with one step for each service, all assigned to the tag.
    Flow assign(String flow, Assignment assignment, String... services) {
        var steps = new ArrayList<Flow.Step>();
        for (String service : services) {
            steps.add(new Flow.Step(
                    service, service, Flow.Step.LATEST, Map.of(), assignment, 40, 40 + 90.0 * steps.size()));
        }
        Flow made = workbench.flows().create(flow, "");
        return workbench.flows().save(new Flow(made.name(), made.description(), steps, List.of(), made.etag()));
    }

    ReleaseSummary release(String note) {
        ReleasePlan plan = workbench.releases().plan();
        if (!plan.blockers().isEmpty()) {
            throw new AssertionError("blocked: " + plan.blockers());
        }
        return workbench.releases().release(plan, note);
    }
}
