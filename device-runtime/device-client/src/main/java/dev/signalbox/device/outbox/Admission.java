// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.AgeClock;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Lets a new message into a group if there is room, or room can be made. For the committing thread alone.
final class Admission {
    private final Room room;
    private final AgeClock clock;
    private final Answers answers;

    Admission(Room room, AgeClock clock, Answers answers) {
        this.room = room;
        this.clock = clock;
        this.answers = answers;
    }

    void admit(Work.Add add, Group group) throws SQLException {
        long needed = add.message().bytes() - room.free(group);
        if (needed > 0) {
            room.sweep(clock.now());
            needed = add.message().bytes() - room.free(group);
        }
        if (needed > 0 && add.message().givesWay() && add.message().bytes() <= room.most()) {
            Optional<List<Ticket>> displaced = room.displace(add.message().lane(), needed);
            if (displaced.isEmpty() && !group.adds().isEmpty()) {
                group.postpone(add);
                return;
            }
            displaced.ifPresent(group::displaced);
            needed = displaced.isPresent() ? 0 : needed;
        }
        if (needed > 0) {
            answers.refuse(add, OutboxProblems.full(room.most()));
        } else {
            group.add(add);
        }
    }
}
