// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.packages;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;

/// What can go wrong with packages.
final class PackageProblems {
    private PackageProblems() {}

    static Problem tooLarge() {
        return new Problem(
                "package.too-large",
                "A package has at most " + LockedPackage.MOST_BYTES + " bytes, and its length is said before it comes.",
                "Ask for a smaller one.");
    }

    static Problem otherDigest(Digest announced) {
        return new Problem(
                "package.digest-wrong",
                "What came is not the package with digest " + announced + ".",
                "Send it again; if that does not help, look at the network between.");
    }

    static Problem brokeOff(Digest announced) {
        return new Problem(
                "package.broke-off", "The package with digest " + announced + " did not come whole.", "Send it again.");
    }

    static Problem notKnown(Digest digest) {
        return new Problem(
                "package.not-known",
                "The hub has no package with digest " + digest + " any more.",
                "Release again, so that it is brought once more.");
    }

    static Problem failed(IOException why) {
        return new Problem(
                "package.failed",
                "The hub's disk refused to keep the package: "
                        + why.getClass().getSimpleName().replaceAll("Exception$", "") + ".",
                "Look at the hub's disk, and try again.");
    }
}
