// SPDX-License-Identifier: Apache-2.0
import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;

/// Lets pass what lies outside a band: what is normal needs no attention.
public class FilterBand extends CustomService {
    private long normal;

    @Override
    public void process(Message message) {
        double celsius = message.body().get("celsius").asDouble();
        if (celsius < property("low").asDouble() || celsius > property("high").asDouble()) {
            emit(message.body());
        } else if (++normal % 10 == 0) {
            debug(normal + " readings were normal, the last one " + celsius + " °C");
        }
    }
}
