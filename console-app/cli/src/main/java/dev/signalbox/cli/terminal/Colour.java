// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import picocli.CommandLine.Help.Ansi;

/// A colour for text, when whoever reads it is a terminal (`NO_COLOR` and `CLICOLOR_FORCE` are heeded).
public enum Colour {
    RED("31"),
    YELLOW("33"),
    GREEN("32"),
    BLUE("36"),
    DIM("2"),
    BOLD("1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    public String paint(String text) {
        return Ansi.AUTO.enabled() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
