// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.workbench.service.Beginning;
import dev.signalbox.workbench.service.Beginnings;

/// What a person can choose to begin a new service with.
sealed interface Start {
    /// What the person reads.
    String words();

    record Template(Beginnings template) implements Start {
        @Override
        public String words() {
            return template.title();
        }
    }

    /// The newest version of another service.
    record Copy(String service) implements Start {
        @Override
        public String words() {
            return "Copy of " + service;
        }
    }

    record File(String name, Beginning beginning) implements Start {
        @Override
        public String words() {
            return "File " + name;
        }
    }
}
