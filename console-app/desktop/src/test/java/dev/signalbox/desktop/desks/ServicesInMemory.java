// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.service.Beginning;
import dev.signalbox.workbench.service.Services;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Services kept in memory, with etags as the hub has them.
public final class ServicesInMemory implements Services {
    private final Map<String, ServiceDraft> drafts = new TreeMap<>();
    private final AtomicInteger etags = new AtomicInteger();

    /// Puts a version there as it is.
    public synchronized ServiceDraft put(
            String name, String version, ServiceState state, String source, List<PropertyDefinition> properties) {
        return put(new ServiceDraft(
                name, ServiceVersion.parse(version), Language.JAVA, state, "", properties, source, ""));
    }

    private ServiceDraft put(ServiceDraft d) {
        var stored = new ServiceDraft(
                d.name(),
                d.version(),
                d.language(),
                d.state(),
                d.description(),
                d.properties(),
                d.packages(),
                d.source(),
                "e" + etags.incrementAndGet());
        drafts.put(key(d.name(), d.version()), stored);
        return stored;
    }

    private static String key(String name, ServiceVersion version) {
        return name + "/" + version;
    }

    @Override
    public synchronized List<ServiceSummary> list() {
        return drafts.values().stream()
                .map(ServiceDraft::name)
                .distinct()
                .map(name -> new ServiceSummary(name, language(name), "", versions(name)))
                .toList();
    }

    private Language language(String name) {
        return drafts.values().stream()
                .filter(draft -> draft.name().equals(name))
                .findFirst()
                .orElseThrow()
                .language();
    }

    private List<ServiceSummary.Version> versions(String name) {
        return drafts.values().stream()
                .filter(d -> d.name().equals(name))
                .sorted(Comparator.comparing(ServiceDraft::version).reversed())
                .map(d -> new ServiceSummary.Version(
                        d.version(),
                        d.state(),
                        Instant.EPOCH,
                        "owner",
                        d.state() == ServiceState.RELEASED ? d.version().minor() : 0))
                .toList();
    }

    @Override
    public synchronized ServiceDraft open(String name, ServiceVersion version) {
        ServiceDraft found = drafts.get(key(name, version));
        if (found == null) {
            throw new ProblemException(new Problem("service.unknown", "There is no " + name + ".", "Look again."));
        }
        return found;
    }

    @Override
    public synchronized ServiceDraft create(String name, Language language, String description) {
        String source = language == Language.JAVA
                ? "public class " + name + " extends CustomService {\n}\n"
                : "class " + name + "(CustomService):\n    pass\n";
        return create(name, description, new Beginning(language, name, source, List.of(), List.of()));
    }

    @Override
    public synchronized ServiceDraft create(String name, String description, Beginning from) {
        return put(new ServiceDraft(
                name,
                ServiceVersion.FIRST,
                from.language(),
                ServiceState.DRAFT,
                description,
                from.properties(),
                from.packages(),
                from.source().replace(from.className(), name),
                ""));
    }

    @Override
    public synchronized ServiceDraft save(ServiceDraft draft) {
        if (!open(draft.name(), draft.version()).etag().equals(draft.etag())) {
            throw new ProblemException(
                    new Problem("service.edited-meanwhile", "Someone else saved it.", "Choose which one to keep."));
        }
        return put(draft);
    }

    @Override
    public synchronized ServiceDraft updateMinor(String name) {
        return next(newest(name), newest(name).version().nextMinor());
    }

    @Override
    public synchronized ServiceDraft updateMajor(String name) {
        return next(newest(name), newest(name).version().nextMajor());
    }

    private ServiceDraft newest(String name) {
        return open(name, versions(name).getFirst().version());
    }

    private ServiceDraft next(ServiceDraft was, ServiceVersion version) {
        return put(was.name(), version.toString(), ServiceState.DRAFT, was.source(), was.properties());
    }

    @Override
    public synchronized void deleteDraft(String name, ServiceVersion version) {
        drafts.remove(key(name, version));
    }
}
