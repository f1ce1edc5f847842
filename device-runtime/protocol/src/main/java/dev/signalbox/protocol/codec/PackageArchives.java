// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Looks into a package's file before anything in it is used: a zip whose names stay below where it is
/// unpacked, that unpacks to a bounded size, and that has no class which only Java or Signalbox may bring.
public final class PackageArchives {
    /// So many files may be in one package.
    public static final int MOST_ENTRIES = 60_000;

    /// So many bytes may it unpack to.
    public static final long MOST_UNPACKED = 512L * 1024 * 1024;

    private static final int AT_ONCE = 64 * 1024;
    private static final Pattern RESERVED_CLASS =
            Pattern.compile("(META-INF/versions/\\d+/)?(java/|dev/signalbox/).*\\.class");

    private PackageArchives() {}

    /// Reads all of it; throws ProblemException `package.unsafe` when it must not be used, IOException
    /// when the file cannot be read at all.
    public static void check(Path file, LockedPackage wanted) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            refuse(zip.size() > MOST_ENTRIES, wanted, "it has more than " + MOST_ENTRIES + " files");
            long left = MOST_UNPACKED;
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                checkName(entry.getName(), wanted);
                left -= unpacked(zip, entry, left);
                refuse(left < 0, wanted, "it unpacks to more than " + MOST_UNPACKED + " bytes");
            }
        } catch (java.util.zip.ZipException damaged) {
            throw new ProblemException(unsafe(wanted, "it is no archive"), damaged);
        }
    }

    private static void checkName(String name, LockedPackage wanted) {
        boolean escapes = name.startsWith("/")
                || name.contains("\\")
                || name.indexOf('\0') >= 0
                || name.matches("[A-Za-z]:.*")
                || ("/" + name + "/").contains("/../");
        refuse(escapes, wanted, "a name in it leads out of its folder");
        refuse(
                wanted.isJar() && RESERVED_CLASS.matcher(name).matches(),
                wanted,
                "it has the class " + name + ", which only Java or Signalbox may bring");
    }

    /// What an entry says of its own size is not believed.
    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long all = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            var piece = new byte[AT_ONCE];
            for (int read = in.read(piece); read >= 0 && all <= most; read = in.read(piece)) {
                all += read;
            }
        }
        return all;
    }

    private static void refuse(boolean bad, LockedPackage wanted, String why) {
        if (bad) {
            throw new ProblemException(unsafe(wanted, why));
        }
    }

    private static Problem unsafe(LockedPackage wanted, String why) {
        return new Problem(
                "package.unsafe",
                "The package " + wanted.coordinates() + " cannot be used: " + why + ".",
                "Ask for another version of it, or look at where it comes from.");
    }
}
