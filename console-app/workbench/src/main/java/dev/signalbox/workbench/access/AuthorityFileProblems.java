// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.access;

import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What can go wrong with a certificate's file before the hub is asked.
final class AuthorityFileProblems {
    private AuthorityFileProblems() {}

    static Problem unreadable(Path file) {
        return new Problem(
                "authority.file-unreadable",
                "The file " + file.getFileName() + " cannot be read.",
                "Choose a file you may read, or paste what stands in it.");
    }

    static Problem tooLong(Path file, int most) {
        return new Problem(
                "authority.file-too-long",
                "The file " + file.getFileName() + " is longer than " + most + " bytes, so it is not one certificate.",
                "Choose the file that holds the authority's certificate alone.");
    }
}
