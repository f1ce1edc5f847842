// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.editing.Mark;
import java.util.List;

/// What a plan needs to know of the services it would run.
interface Sources {
    ServiceDraft of(String service, ServiceVersion version);

    /// What it asks for, and all that those need, as exactly one file each. Throws ProblemException for
    /// what cannot be had.
    List<LockedPackage> packages(ServiceDraft draft);

    /// What keeps it from compiling; empty when nothing does.
    List<Mark> errors(ServiceDraft draft);
}
