// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void bothWaysOfWritingAreRead() {
        var arguments = Arguments.of(List.of("--data", "/srv/pump", "--connection-string=HostName=a;DeviceId=b"));
        assertThat(arguments.path("--data")).hasValue(Path.of("/srv/pump"));
        assertThat(arguments.text("--connection-string")).hasValue("HostName=a;DeviceId=b");
        assertThat(arguments.text("--token")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> Arguments.of(List.of("--colour"))).hasMessageContaining("no option --colour");
        assertThatThrownBy(() -> Arguments.of(List.of("--data"))).hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> Arguments.of(List.of("--data=a", "--data=b"))).hasMessageContaining("given twice");
        assertThatThrownBy(() -> Arguments.of(List.of("--mqtt-port", "65536")).port("--mqtt-port"))
                .hasMessageContaining("needs a port, not 65536");
    }
}
