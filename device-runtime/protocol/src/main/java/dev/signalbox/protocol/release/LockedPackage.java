// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import dev.signalbox.protocol.trust.Digest;
import java.util.regex.Pattern;

/// A package that a service brings along, as exactly one file.
///
/// @param coordinates what it is: `group:artifact:version` with an optional `:classifier` for Java,
/// `name==version` for Python
/// @param file its name, with the ending `.jar` or `.whl`; never a path
/// @param digest of the file
/// @param bytes length of the file
public record LockedPackage(String coordinates, String file, Digest digest, long bytes) {
    /// Largest file in bytes.
    public static final long MOST_BYTES = 128L * 1024 * 1024;

    private static final Pattern COORDINATES = Pattern.compile("[\\x21-\\x7e]{1,500}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+!-]{0,199}\\.(jar|whl)");

    public LockedPackage {
        if (!COORDINATES.matcher(coordinates).matches()) {
            throw new IllegalArgumentException("A package's coordinates are 1 to 500 visible ASCII characters");
        }
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("A package's file is a plain name that ends in .jar or .whl");
        }
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("A package has 1 byte to " + MOST_BYTES + " bytes");
        }
    }

    /// Whether it is for Java.
    public boolean isJar() {
        return file.endsWith(".jar");
    }
}
