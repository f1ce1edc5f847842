// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Python services inherit and are handed, read from the very modules that nodes give them.
final class PythonApi {
    /// What the node calls; each may be left out.
    static final List<String> CALLED = List.of("Start", "Stop", "Process", "StateUpdate", "msb_signed_in", "SendEvent");

    private static final Pattern METHOD = Pattern.compile(
            "^ {4}(?<async>async )?def (?<name>[A-Za-z]\\w*)\\(self(?:, )?(?<parameters>[^\\n]*)\\) -> (?<gives>[^\\n]+):\\n"
                    + "(?: {8}\"\"\"(?<words>.*?)\"\"\")?",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("^ {8}self\\.(?<name>\\w+)\\b[^=\\n]*=", Pattern.MULTILINE);

    private static final Map<String, Member> SERVICE = read("base_service.py", "CustomService");
    private static final Map<String, Member> MESSAGE = read("queue_message.py", "QueueMessage");

    /// A method, or an attribute.
    ///
    /// @param call how it is declared; nothing of an attribute
    record Member(String owner, String name, Call call, String words) {
        boolean isMethod() {
            return !call.equals(Call.NONE);
        }

        /// As its author declared it, in one line.
        String signature() {
            return isMethod()
                    ? (call.isAsync() ? "async " : "") + "def " + name + "(" + call.parameters() + ") -> "
                            + call.gives()
                    : name;
        }
    }

    /// @param parameters without `self`
    record Call(boolean isAsync, String parameters, String gives) {
        static final Call NONE = new Call(false, "", "");
    }

    private PythonApi() {}

    /// By name: what `self` has.
    static Map<String, Member> service() {
        return SERVICE;
    }

    /// By name: what a message has.
    static Map<String, Member> message() {
        return MESSAGE;
    }

    private static Map<String, Member> read(String file, String owner) {
        String source = resource(file);
        var members = new LinkedHashMap<String, Member>();
        Stream.concat(
                        METHOD.matcher(source).results().map(found -> method(owner, found)),
                        ATTRIBUTE
                                .matcher(source)
                                .results()
                                .map(found -> new Member(owner, found.group("name"), Call.NONE, "")))
                .forEach(member -> members.putIfAbsent(member.name(), member));
        return members;
    }

    private static Member method(String owner, MatchResult found) {
        var call = new Call(found.group("async") != null, found.group("parameters"), found.group("gives"));
        String words = found.group("words");
        return new Member(owner, found.group("name"), call, words == null ? "" : words.strip());
    }

    private static String resource(String file) {
        try (InputStream in = PythonApi.class.getResourceAsStream("python/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
