// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Path;

/// Where a compiled condition finds the value at a path: looked up for the subject at hand, or in the leaf at hand.
interface Place {
    /// SQL for the value at the path; NULL where it is undefined.
    String value(Path path);

    /// The same, NULL also where it is no number.
    String number(Path path);

    /// The same, NULL also where it is an object or an array.
    String primitive(Path path);

    /// The leaf at hand, whatever the path: for conditions on one path only.
    static Place ofLeaf() {
        return new Place() {
            @Override
            public String value(Path path) {
                return "value";
            }

            @Override
            public String number(Path path) {
                return "CASE WHEN value < '' THEN value END";
            }

            @Override
            public String primitive(Path path) {
                return "CASE WHEN value < " + Stored.OBJECT + " THEN value END";
            }
        };
    }
}
