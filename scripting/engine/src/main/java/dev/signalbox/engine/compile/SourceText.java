// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A source that is in memory only.
public final class SourceText extends SimpleJavaFileObject {
    private final String text;

    /// @param className what its file is called, without the ending
    public SourceText(String className, String text) {
        super(URI.create("string:///" + className + Kind.SOURCE.extension), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /// Any name goes here; whether the class has the file's name is a rule of ours, with a sentence of ours.
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE;
    }
}
