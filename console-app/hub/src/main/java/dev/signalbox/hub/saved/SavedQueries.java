// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.saved;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.SavedQueryRecords;
import dev.signalbox.operator.query.SavedQuery;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/// The queries of a workspace that have names.
public final class SavedQueries {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,64}");
    private static final int LONGEST = 8192;
    private static final int MOST = 200;

    private final RegistryStore store;

    public SavedQueries(RegistryStore store) {
        this.store = store;
    }

    /// By name.
    public List<SavedQuery> list() {
        return store.read(records -> records.savedQueries().all());
    }

    /// Adds one, or replaces the one of that name. Its text need not be right: it is kept as it was typed.
    public SavedQuery put(SavedQuery query) {
        var kept = new SavedQuery(query.name().strip(), query.query().strip());
        if (!NAME.matcher(kept.name()).matches()) {
            throw new ProblemException(SavedQueryProblems.badName());
        }
        if (kept.query().isEmpty() || kept.query().length() > LONGEST) {
            throw new ProblemException(SavedQueryProblems.badText(LONGEST));
        }
        return store.commit(records -> {
            SavedQueryRecords queries = records.savedQueries();
            boolean known = queries.all().stream().anyMatch(one -> one.name().equalsIgnoreCase(kept.name()));
            if (!known && queries.all().size() >= MOST) {
                throw new ProblemException(SavedQueryProblems.tooMany(MOST));
            }
            queries.put(kept);
            return kept;
        });
    }

    public void delete(String name) {
        store.commit(records -> {
            boolean known = records.savedQueries().all().stream()
                    .anyMatch(one -> one.name().equalsIgnoreCase(name));
            if (!known) {
                throw new ProblemException(SavedQueryProblems.notKnown(name));
            }
            records.savedQueries().delete(name);
            return true;
        });
    }
}
