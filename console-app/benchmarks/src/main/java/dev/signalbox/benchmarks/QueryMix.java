// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random conditions over random paths of the fleet of `QueryFleet`: one to three terms, from those true for nobody to
/// those true for
/// everybody.
record QueryMix(Random random, int devices) {
    String condition() {
        int terms = 1 + random.nextInt(3);
        String with = random.nextInt(4) == 0 ? " OR " : " AND ";
        return IntStream.range(0, terms).mapToObj(i -> term()).collect(Collectors.joining(with));
    }

    private String term() {
        String term = switch (random.nextInt(18)) {
            case 0 -> "deviceId = 'pump-" + random.nextInt(devices * 2) + "'";
            case 1 -> "tags.site = 'site-" + random.nextInt(QueryFleet.SITES) + "'";
            case 2 -> "tags.region IN ['region-" + random.nextInt(9) + "', 'region-" + random.nextInt(9) + "']";
            case 3 -> "properties.reported.pressure " + relation() + decimal(100);
            case 4 -> "properties.reported.temperature " + relation() + decimal(100);
            case 5 ->
                "STARTSWITH(properties.reported.serial, 'SN-"
                        + Integer.toHexString(random.nextInt()).substring(0, 2) + "')";
            case 6 -> "CONTAINS(properties.reported.serial, '" + Integer.toHexString(random.nextInt(1 << 16)) + "')";
            case 7 -> "properties.reported.config.status != 'success'";
            case 8 -> "IS_DEFINED(properties.reported.alarm)";
            case 9 -> "properties.reported.config.version " + relation() + "properties.desired.config.version";
            case 10 ->
                "properties.reported.firmware.version = '1." + random.nextInt(25) + "." + random.nextInt(10) + "'";
            case 11, 12, 13 -> sensor() + ".value" + relation() + decimal(100);
            case 14 -> sensor() + ".unit = 'bar'";
            case 15 -> "IS_DEFINED(" + sensor() + ")";
            case 16 -> "lastActivityTime > '2023-" + (11 + random.nextInt(2)) + "-" + (10 + random.nextInt(20)) + "'";
            default -> "properties.reported.network.signal + " + random.nextInt(120) + " > " + random.nextInt(40);
        };
        return random.nextInt(10) == 0 ? "NOT (" + term + ")" : term;
    }

    private String sensor() {
        return "properties.reported.sensors." + QueryFleet.sensor(random);
    }

    private String relation() {
        return List.of(" < ", " <= ", " > ", " >= ", " = ").get(random.nextInt(5));
    }

    private String decimal(int below) {
        return String.format(Locale.ROOT, "%.1f", random.nextDouble() * below);
    }
}
