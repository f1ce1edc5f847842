// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/// Flows kept in memory, with etags as the hub has them.
public final class FlowsInMemory implements Flows {
    private final Map<String, Flow> flows = new TreeMap<>();
    private final Map<String, String> secrets = new TreeMap<>();
    private final SortedSet<String> disabled = new TreeSet<>();
    private final AtomicInteger etags = new AtomicInteger();

    /// Puts a flow there as it is.
    public synchronized Flow put(Flow f) {
        Flow stored = f.withEtag("e" + etags.incrementAndGet());
        flows.put(f.name(), stored);
        return stored;
    }

    @Override
    public synchronized List<Flow> list() {
        return List.copyOf(flows.values());
    }

    @Override
    public synchronized Flow open(String name) {
        Flow found = flows.get(name);
        if (found == null) {
            throw new ProblemException(new Problem("flow.unknown", "There is no " + name + ".", "Look again."));
        }
        return found;
    }

    @Override
    public synchronized Flow create(String name, String description) {
        return put(new Flow(name, description, List.of(), List.of(), ""));
    }

    @Override
    public synchronized Flow save(Flow flow) {
        Flow there = flows.get(flow.name());
        if (!(there == null ? "" : there.etag()).equals(flow.etag())) {
            throw new ProblemException(
                    new Problem("flow.edited-meanwhile", "Someone else saved it.", "Choose which one to keep."));
        }
        return put(flow);
    }

    @Override
    public synchronized void delete(String name) {
        flows.remove(name);
    }

    @Override
    public synchronized List<String> disabled() {
        return List.copyOf(disabled);
    }

    @Override
    public synchronized List<String> enable(String name, boolean on) {
        if (on) {
            disabled.remove(name);
        } else {
            disabled.add(name);
        }
        return disabled();
    }

    @Override
    public synchronized SecretReference putSecret(String id, String value) {
        secrets.put(id, value);
        return new SecretReference(id, etags.incrementAndGet());
    }

    /// The secrets' values by id, as only nodes would get them.
    public synchronized Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }
}
