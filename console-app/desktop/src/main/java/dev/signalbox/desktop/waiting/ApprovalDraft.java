// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Tags;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;

/// A yes as typed on a card.
///
/// @param id as typed; empty for the one the device asks for
record ApprovalDraft(String id, String tags, boolean replace) {
    /// What is wrong with the id; empty when nothing is.
    String idComplaint() {
        return id.isEmpty() ? "" : Ids.complaint(id);
    }

    String tagsComplaint() {
        return Tags.complaint(tags);
    }

    boolean isReady() {
        return idComplaint().isEmpty() && tagsComplaint().isEmpty();
    }

    Approval approval() {
        return new Approval(
                Optional.of(id).filter(typed -> !typed.isEmpty()).map(DeviceId::new), Tags.read(tags), replace);
    }
}
