// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.workbench.editing.PythonApi.Member;
import java.util.Optional;

/// What a name in Python is: one that the text makes, or one that services inherit.
final class PythonAbout {
    private PythonAbout() {}

    static Optional<About> at(Question asked) {
        String text = asked.source();
        PythonPlace place = PythonPlace.at(text, asked.place());
        if (place.word().isEmpty() || place.quote().isPresent()) {
            return Optional.empty();
        }
        var names = new PythonNames(text);
        var made = names.definition(place.word());
        if (made.isPresent()) {
            return Optional.of(new About(place.start(), place.end(), line(text, made.getAsInt()), "", "", made));
        }
        return inherited(place)
                .map(one -> new About(place.start(), place.end(), one.signature(), one.owner(), one.words(), made));
    }

    private static String line(String text, int at) {
        int start = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(start, end < 0 ? text.length() : end).strip();
    }

    private static Optional<Member> inherited(PythonPlace place) {
        var of = place.receiver().orElse("").equals("self") ? PythonApi.service() : PythonApi.message();
        return place.isMember() ? Optional.ofNullable(of.get(place.word())) : Optional.empty();
    }
}
