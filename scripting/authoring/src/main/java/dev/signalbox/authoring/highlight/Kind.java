// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.highlight;

/// What a word of a source is.
public enum Kind {
    KEYWORD,
    TYPE,
    STRING,
    NUMBER,
    COMMENT,
    ANNOTATION,
    METHOD
}
