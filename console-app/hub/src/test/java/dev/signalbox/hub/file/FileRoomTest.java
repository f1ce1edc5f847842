// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRoomTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final DeviceId OTHER = new DeviceId("pump-2");

    @TempDir
    Path folder;

    @Test
    void aDeviceHasNoMoreFilesThanItMayUntilSomeAreDeleted() throws IOException {
        var shelf = FileShelf.in(folder, _ -> {}, 2);
        var uploads = Uploads.in(new Space(folder, 0), shelf, new NoMessages(), new WoundClock());
        upload(uploads, PUMP, "a");
        upload(uploads, PUMP, "b");
        assertThatThrownBy(() -> upload(uploads, PUMP, "a"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("at most 2 files of a device");
        upload(uploads, OTHER, "a");
        shelf.delete(PUMP, shelf.list(PUMP).getFirst().id());
        upload(uploads, PUMP, "c");
        assertThat(shelf.list(PUMP)).hasSize(2);
    }

    private static void upload(Uploads uploads, DeviceId device, String name) throws IOException {
        Upload upload = uploads.begin(device, name);
        upload.isContent(Files.writeString(upload.part(1), "x"));
        uploads.end(device, upload.id().toString(), true);
    }

    private record NoMessages() implements PayloadMessages {
        @Override
        public LogPlace now() {
            return LogPlace.START;
        }

        @Override
        public void gaveWay(DeviceId device, UUID file, LogPlace now) {
            // stays
        }
    }
}
