// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.signalbox.authoring.text.Bodies;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Nesting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text with a name of ours where the word at the caret is, so that the compiler says what it made of the place.
/// What other methods do is left out.
final class Probe {
    private static final String NAME = "signalboxCaret";
    private static final String MEMBER = "signalboxName";

    private static final Pattern MODIFIERS =
            Pattern.compile("(?<!\\w)(?:@Override\\s+)?(?:(?:public|protected)\\s+)?(?:void\\s+)?\\z");

    private Probe() {}

    /// As little else changed as can be: what is unfinished on its line is finished.
    static String in(Code code, Place place) {
        String lean = Bodies.without(code, place.from());
        int end = code.wordEnd(place.to());
        return lean.substring(0, place.from() - modifiers(code, place))
                + NAME
                + finish(code, place, end)
                + lean.substring(end);
    }

    /// How many characters before a member of a class say how it can be seen and that it gives nothing.
    static int modifiers(Code code, Place place) {
        if (place.what() != Place.What.NAME || !Nesting.at(code, place.from()).inClassBody()) {
            return 0;
        }
        Matcher found = MODIFIERS.matcher(code.bare().substring(0, place.from()));
        return found.find() ? place.from() - found.start() : 0;
    }

    /// Everything behind the caret left out and all that is open closed, for a place that the parser skipped.
    static String cut(Code code, Place place) {
        String name = Nesting.at(code, place.from()).inClassBody() ? NAME + " " + MEMBER + ";" : NAME;
        String lean = Bodies.without(code, place.from());
        return lean.substring(0, place.from() - modifiers(code, place))
                + name
                + Nesting.at(code, place.from()).closing();
    }

    private static String finish(Code code, Place place, int end) {
        int next = code.after(end);
        boolean alone =
                next == code.text().length() || code.text().substring(end, next).contains("\n");
        if (!alone) {
            return "";
        }
        if (place.what() == Place.What.NAME && Nesting.at(code, place.from()).inClassBody()) {
            return " " + MEMBER + ";";
        }
        boolean another = next < code.text().length()
                && (Character.isJavaIdentifierStart(code.text().charAt(next))
                        || code.text().charAt(next) == '@');
        return another ? ";" : "";
    }

    static boolean is(Tree tree) {
        return switch (tree) {
            case IdentifierTree name -> name.getName().contentEquals(NAME);
            case MemberSelectTree member -> member.getIdentifier().contentEquals(NAME);
            case MemberReferenceTree member -> member.getName().contentEquals(NAME);
            default -> false;
        };
    }

    /// Whether it is a name that only the probe has.
    static boolean isName(CharSequence name) {
        return name.toString().startsWith("signalbox") && (NAME.contentEquals(name) || MEMBER.contentEquals(name));
    }
}
