// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.packages.Packages;
import dev.signalbox.workbench.packages.ResolvedPackage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sources from the hub. Keeps in mind what cannot change, released versions and what the compiler said of a text, so
/// that a plan for one edit costs one compilation.
final class HubSources implements Sources {
    private static final int KEPT = 1_000;

    private final HubLink hub;
    private final SourceHelp help;
    private final Packages packages;
    private final Map<String, ServiceDraft> frozen = bounded();
    private final Map<Digest, List<Mark>> said = bounded();

    HubSources(HubLink hub, SourceHelp help, Packages packages) {
        this.hub = hub;
        this.help = help;
        this.packages = packages;
    }

    @Override
    public ServiceDraft of(String service, ServiceVersion version) {
        String key = service + " " + version;
        ServiceDraft known = frozen.get(key);
        if (known != null) {
            return known;
        }
        var draft = hub.get(hub.at(Paths.SERVICES, service, version.toString()), ServiceDraft.class);
        if (draft.state() == ServiceState.RELEASED) {
            frozen.put(key, draft);
        }
        return draft;
    }

    @Override
    public List<LockedPackage> packages(ServiceDraft draft) {
        return packages.resolve(draft.language(), draft.packages()).stream()
                .map(ResolvedPackage::locked)
                .toList();
    }

    @Override
    public List<Mark> errors(ServiceDraft draft) {
        Digest text = Digests.of(draft.fileName() + "\n" + draft.packages() + "\n" + draft.source());
        List<Mark> known = said.get(text);
        if (known != null) {
            return known;
        }
        List<Mark> errors = help.check(draft.fileName(), draft.source(), draft.packages()).stream()
                .filter(mark -> mark.severity() == Severity.ERROR)
                .toList();
        said.put(text, errors);
        return errors;
    }

    private static <K, V> Map<K, V> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        });
    }
}
