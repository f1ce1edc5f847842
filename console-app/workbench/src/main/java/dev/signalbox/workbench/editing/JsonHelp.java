// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.workbench.device.JsonLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// Help with one JSON value a text: where it ends being JSON, and its colours. Needs no warming up.
public final class JsonHelp implements SourceHelp {
    private static final ObjectReader STRICT = Json.mapper()
            .reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern WORD = Pattern.compile(
            "(?<name>\"(?:[^\"\\\\\\n]|\\\\.){0,1024}\"(?=\\s{0,64}:))|(?<text>\"(?:[^\"\\\\\\n]|\\\\.){0,8192}\")"
                    + "|(?<number>-?\\b\\d[\\d.eE+-]{0,40})|(?<word>\\b(?:true|false|null)\\b)");

    private final boolean objectsOnly;

    /// @param objectsOnly whether a text, number or list alone is wrong too
    public JsonHelp(boolean objectsOnly) {
        this.objectsOnly = objectsOnly;
    }

    @Override
    public List<Mark> check(String fileName, String source) {
        return complaint(source).stream().toList();
    }

    /// What is wrong with the text, if anything is; the rest behind it is not looked at.
    public Optional<Mark> complaint(String source) {
        if (source.isBlank()) {
            return objectsOnly ? Optional.of(at(source, 1, 1, "Write {} for nothing.")) : Optional.empty();
        }
        try {
            JsonNode read = STRICT.readTree(source);
            return objectsOnly && !read.isObject()
                    ? Optional.of(at(source, 1, 1, "This must be a JSON object: begin with { and end with }."))
                    : Optional.empty();
        } catch (JacksonException malformed) {
            TokenStreamLocation where = malformed.getLocation();
            int line = where == null ? 1 : Math.max(1, where.getLineNr());
            int column = where == null ? 1 : Math.max(1, where.getColumnNr());
            return Optional.of(at(source, line, column, JsonWords.of(malformed)));
        }
    }

    @Override
    public Optional<List<Edit>> format(String fileName, String source) {
        return source.isBlank() || complaint(source).isPresent()
                ? Optional.empty()
                : Optional.of(LineEdits.between(source, JsonLayout.of(STRICT.readTree(source))));
    }

    private static Mark at(String source, int line, int column, String message) {
        int start = 0;
        for (int i = 1; i < line && source.indexOf('\n', start) >= 0; i++) {
            start = source.indexOf('\n', start) + 1;
        }
        int offset = Math.clamp(start + column - 1L, 0, Math.max(0, source.length() - 1));
        return new Mark(Severity.ERROR, line, column, offset, wordEnd(source, offset), message);
    }

    private static int wordEnd(String source, int start) {
        int end = Math.min(start + 1, source.length());
        while (end < source.length()
                && Character.isLetterOrDigit(source.charAt(end))
                && Character.isLetterOrDigit(source.charAt(end - 1))) {
            end++;
        }
        return end;
    }

    @Override
    public List<Token> highlight(String fileName, String source) {
        var tokens = new ArrayList<Token>();
        WORD.matcher(source).results().forEach(found -> tokens.add(new Token(found.start(), found.end(), kind(found))));
        return tokens;
    }

    private static Token.Kind kind(MatchResult found) {
        if (found.group("name") != null) {
            return Token.Kind.METHOD;
        }
        if (found.group("text") != null) {
            return Token.Kind.STRING;
        }
        return found.group("number") != null ? Token.Kind.NUMBER : Token.Kind.KEYWORD;
    }

    @Override
    public void warmUp() {}

    @Override
    public void close() {}
}
