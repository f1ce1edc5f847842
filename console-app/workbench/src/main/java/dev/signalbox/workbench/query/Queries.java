// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.query;

import dev.signalbox.operator.query.SavedQuery;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Queries over the fleet. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Queries {
    /// A page of a query's rows.
    ///
    /// @param text a whole query, or a condition on devices
    /// @param continuation what came with the page before; empty for the first
    RowPage rows(String text, String continuation);

    /// A page of up to a thousand devices that match a condition.
    ///
    /// @param condition on devices; empty and `*` are all of them
    /// @param continuation what came with the page before; empty for the first
    IdPage ids(String condition, String continuation);

    /// How many documents a condition or a whole query matches; none for what cannot be counted, such as jobs. An empty
    /// text and `*` are all devices.
    OptionalLong count(String text);

    /// The paths that devices have now, such as `tags.site`, each with some of its values as a query spells them. Looks
    /// at no more than some hundred devices.
    Map<String, List<String>> paths();

    /// Those with a name, by name.
    List<SavedQuery> saved();

    void save(SavedQuery query);

    void delete(String name);
}
