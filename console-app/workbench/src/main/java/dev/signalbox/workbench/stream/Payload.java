// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.workbench.device.JsonLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a message holds, or its beginning, to be looked at. Never changes.
public final class Payload {
    private final byte[] bytes;
    private final boolean whole;

    private Payload(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    public static Payload of(MessageView message) {
        return new Payload(Base64.getDecoder().decode(message.head()), message.whole());
    }

    /// So many bytes are here.
    public int length() {
        return bytes.length;
    }

    /// Whether that is all of it.
    public boolean whole() {
        return whole;
    }

    /// What it most likely is.
    public PayloadForm form() {
        return tree().isPresent() ? PayloadForm.JSON : isText() ? PayloadForm.TEXT : PayloadForm.HEX;
    }

    /// Laid out, a member a line; empty if it is no JSON, or not all of it is here.
    public Optional<String> json() {
        return tree().map(JsonLayout::of);
    }

    /// As text, with a sign in the place of what is none.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Sixteen bytes a line: where they stand, what they are, and as characters.
    public List<String> hex() {
        return HexLines.of(bytes);
    }

    /// The beginning in one line, to be recognised by.
    ///
    /// @param most so many characters at most
    public String beginning(int most) {
        if (!isText()) {
            return HexLines.bytes(bytes, most / 3);
        }
        int enough = Math.min(bytes.length, 4 * most);
        String line = new String(bytes, 0, enough, StandardCharsets.UTF_8)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return line.length() <= most && enough == bytes.length
                ? line
                : line.substring(0, Math.min(line.length(), most)) + "…";
    }

    /// The numbers of a JSON object by the names of their fields, with dots between outer and inner ones; none of what
    /// is no JSON object.
    public Map<String, Double> numbers() {
        return tree().map(NumericFields::of).orElse(Map.of());
    }

    private Optional<JsonNode> tree() {
        if (!whole || !beginsAsJson()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.readTree(bytes)).filter(tree -> !tree.isMissingNode());
        } catch (ProblemException noJson) {
            return Optional.empty();
        }
    }

    /// A number or word alone is shown as text.
    private boolean beginsAsJson() {
        int at = 0;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at < bytes.length && (bytes[at] == '{' || bytes[at] == '[');
    }

    /// A character may be cut in two at the end of a beginning.
    private boolean isText() {
        int spared = whole ? 0 : Math.min(3, bytes.length);
        for (int cut = 0; cut <= spared; cut++) {
            if (decodes(bytes.length - cut)) {
                return true;
            }
        }
        return false;
    }

    private boolean decodes(int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException noText) {
            return false;
        }
    }
}
