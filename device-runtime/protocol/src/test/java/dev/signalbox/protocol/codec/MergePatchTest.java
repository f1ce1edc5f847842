// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// Rows of RFC 7396, appendix A, that are about objects.
class MergePatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":\"foo\"} | {\"a\":{\"b\":null}} | {\"a\":{}}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void patchesMergeAsTheStandardSays(String target, String patch, String result) {
        assertThat(MergePatch.apply(node(target), node(patch))).isEqualTo(node(result));
    }

    private static ObjectNode node(String json) {
        return (ObjectNode) Json.readTree(json.getBytes(StandardCharsets.UTF_8));
    }
}
