// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void whatDiffersIsMissingOrExtraIsFoundByPath() {
        assertThat(between(
                        "{\"a\":1,\"same\":[1],\"in\":{\"x\":true,\"y\":2},\"whole\":{\"z\":1}}",
                        "{\"a\":2,\"same\":[1],\"in\":{\"y\":2.0,\"more\":\"m\"}}"))
                .containsExactly(
                        new Difference("a", Difference.Kind.DIFFERS, "1", "2"),
                        new Difference("in.x", Difference.Kind.MISSING, "true", ""),
                        new Difference("whole", Difference.Kind.MISSING, "{\"z\":1}", ""),
                        new Difference("in.more", Difference.Kind.EXTRA, "", "\"m\""));
    }

    @Test
    void anObjectInThePlaceOfAValueDiffersAsAWhole() {
        assertThat(between("{\"a\":{\"b\":1}}", "{\"a\":1}"))
                .containsExactly(new Difference("a", Difference.Kind.DIFFERS, "{\"b\":1}", "1"));
    }

    @Test
    void jsonIsLaidOutAMemberALine() {
        String text = "{\n  \"a\": [1, 2],\n  \"b\": {},\n  \"c\": {\n    \"d\": null\n  }\n}";
        assertThat(JsonTexts.pretty(JsonTexts.read(text))).isEqualTo(text);
        assertThat(JsonTexts.pretty(JsonTexts.read("[{\"a\":1},2]"))).isEqualTo("[\n  {\n    \"a\": 1\n  },\n  2\n]");
    }

    private static List<Difference> between(String desired, String reported) {
        return Differences.between(JsonTexts.object(desired), JsonTexts.object(reported));
    }
}
