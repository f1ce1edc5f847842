// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.hover;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first sentences of a documentation comment as plain words.
final class DocWords {
    private static final int LONGEST = 600;
    private static final Pattern BLOCK_TAGS = Pattern.compile("(?ms)^\\s*@\\w+.*");
    private static final Pattern PARAGRAPH =
            Pattern.compile("(?s)\\n\\s*\\n.*|<p>.*|<(ul|pre|table|blockquote|h\\d)\\b.*");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
    private static final Pattern REFERENCE = Pattern.compile("^#?[\\w.#]+(?:\\([^)]*\\))?\\s+(?=\\S)");

    private DocWords() {}

    static String of(String comment) {
        String words = BLOCK_TAGS.matcher(comment.strip()).replaceAll("");
        words = PARAGRAPH.matcher(words).replaceFirst("");
        words = INLINE.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(inline(found.group(), found.group(1))));
        words = words.replaceAll("<[^<>]{1,200}>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replace("`", "")
                .replaceAll("\\s+", " ")
                .strip();
        return words.length() <= LONGEST ? words : words.substring(0, words.lastIndexOf(' ', LONGEST)) + " …";
    }

    /// A link is said by its own words if it has some.
    private static String inline(String tag, String inside) {
        String words = inside.strip();
        return tag.startsWith("{@link")
                ? REFERENCE
                        .matcher(words)
                        .replaceFirst("")
                        .replaceFirst("^#", "")
                        .replace('#', '.')
                : words;
    }
}
