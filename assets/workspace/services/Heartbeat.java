// SPDX-License-Identifier: Apache-2.0
import dev.signalbox.api.CustomService;
import java.time.Duration;
import java.util.Map;

/// Sends numbered messages to the hub, so that a gap would show.
public class Heartbeat extends CustomService {
    private long number;

    @Override
    public void start() {
        every(Duration.ofMillis(property("periodMs").asLong()), this::beat);
    }

    private void beat() {
        number++;
        submitMessage(Map.of("number", number, "node", settings().nodeName()));
        debug("Heartbeat " + number);
    }
}
