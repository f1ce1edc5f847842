// SPDX-License-Identifier: Apache-2.0
import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import java.util.Map;

/// Counts how often a door was opened, says when it stood open too long, and sends the hub each visit.
public class DoorBook extends CustomService {
    private long visits;
    private double openedAt;

    @Override
    public void process(Message message) {
        double at = message.body().get("at").asDouble();
        if (message.body().get("open").asBoolean()) {
            openedAt = at;
            visits++;
        } else if (visits > 0) {
            visited(at - openedAt);
        }
    }

    private void visited(double seconds) {
        String told = String.format("Visit %d took %.1f s", visits, seconds);
        if (seconds > property("limit_seconds").asDouble()) {
            warning(told + ": the door stood open too long");
        } else {
            debug(told);
        }
        submitMessage(Map.of("visit", visits, "seconds", seconds));
    }
}
