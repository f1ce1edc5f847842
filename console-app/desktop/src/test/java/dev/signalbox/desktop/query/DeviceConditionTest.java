// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceConditionTest {
    @Test
    void theConditionOfAQueryIsFoundForAJob() {
        assertThat(DeviceCondition.of("")).contains("*");
        assertThat(DeviceCondition.of("tags.a = 1")).contains("tags.a = 1");
        assertThat(DeviceCondition.of("SELECT deviceId FROM devices WHERE tags.a = 1 ORDER BY deviceId"))
                .contains("(tags.a = 1)");
        assertThat(DeviceCondition.of("SELECT TOP 5 * FROM devices")).isEmpty();
        assertThat(DeviceCondition.of("SELECT * FROM devices.jobs")).isEmpty();
    }
}
