// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.editing.Mark;
import java.util.List;

/// What a plan needs to know of the services it would run.
interface Sources {
    ServiceDraft of(String service, ServiceVersion version);

    /// What keeps it from compiling; empty when nothing does.
    List<Mark> errors(ServiceDraft draft);
}
