// SPDX-License-Identifier: Apache-2.0
import dev.signalbox.api.CustomService;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/// Pretends to be the temperature sensor of a boiler: a slow wave with noise, and a spike now and then.
public class BoilerSensor extends CustomService {
    private final Random noise = new Random();
    private long tick;

    @Override
    public void start() {
        long period = property("periodMs").asLong();
        debug("Measuring " + property("sensor").asText() + " every " + period + " ms");
        every(Duration.ofMillis(period), this::measure);
    }

    private void measure() {
        tick++;
        double wave = 78 + 9 * Math.sin(tick / 12.0);
        double spike = noise.nextInt(40) == 0 ? 25 : 0;
        double celsius = Math.round((wave + spike + noise.nextGaussian()) * 10) / 10.0;
        emit(Map.of("sensor", property("sensor").asText(), "celsius", celsius, "tick", tick));
    }
}
