// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// A message between the device and the disk.
final class OnItsWay implements MessageStore.Receipt {
    private final MessageDesk.Parts parts;
    private final Unstored unstored;
    private final Taken taken;
    private Optional<Problem> refusal = Optional.empty();
    private boolean counted;

    /// What was taken from a device.
    ///
    /// @param size as the link's load counts it
    record Taken(Link link, long size, Runnable whenDurable) {}

    OnItsWay(MessageDesk.Parts parts, Unstored unstored, Taken taken) {
        this.parts = parts;
        this.unstored = unstored;
        this.taken = taken;
    }

    @Override
    public boolean inOrder() {
        return taken.link().inOrder();
    }

    @Override
    public boolean hasRoom() {
        Link link = taken.link();
        refusal = parts.intake().refuses(link.device());
        counted = refusal.isEmpty();
        if (!counted) {
            // at once, for those that follow may be asked about before this one hears of it
            link.stuck();
        }
        return counted;
    }

    @Override
    public void stored(boolean fresh) {
        Link link = taken.link();
        link.load().ends(taken.size());
        if (link.hasAccount()) {
            parts.accounts().counted(link.device(), fresh);
        }
        taken.whenDurable().run();
    }

    @Override
    public void failed(RuntimeException why) {
        Link link = taken.link();
        link.load().ends(taken.size());
        if (counted) {
            parts.intake().givesBack(link.device());
        }
        refusal.ifPresentOrElse(problem -> unstored.refused(link, problem), () -> unstored.failed(link, why));
    }
}
