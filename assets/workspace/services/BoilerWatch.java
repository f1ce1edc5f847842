// SPDX-License-Identifier: Apache-2.0
import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import java.util.Map;

/// Says what an odd temperature means, and hands the serious ones to the hub.
public class BoilerWatch extends CustomService {
    @Override
    public void start() {
        debug("Watching over " + settings().nodeName());
    }

    @Override
    public void process(Message message) {
        double celsius = message.body().get("celsius").asDouble();
        if (celsius >= property("limit").asDouble()) {
            throwError("Boiler at " + celsius + " °C", "4101", "Over-temperature");
            submitMessage(Map.of("alarm", "over-temperature", "celsius", celsius));
        } else if (celsius < 72) {
            debug("Boiler cools down: " + celsius + " °C");
        } else {
            warning("Boiler runs warm: " + celsius + " °C");
        }
    }
}
