// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import dev.signalbox.agent.child.ChildLaunch;
import dev.signalbox.agent.release.PackageFiles;
import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Installs the wheels that a release locks for a service, each set of them once, into a folder of its
/// own. Asks no index: what is not in the release is not installed.
final class Wheels {
    private static final long LONGEST_MINUTES = 5;
    private static final int MOST_WORDS = 2_000;
    private static final List<String> PIP = List.of(
            "-m",
            "pip",
            "install",
            "--no-input",
            "--disable-pip-version-check",
            "--quiet",
            "--no-index",
            "--no-deps",
            "--no-cache-dir",
            "--no-warn-script-location",
            "--target");

    /// How Python says EIO, ENOSPC, EROFS and EDQUOT.
    private static final Pattern DISK = Pattern.compile("\\[Errno (5|28|30|122)]");

    private final Function<List<String>, ChildLaunch> launching;

    /// @param launching how the interpreter is started with arguments
    Wheels(Function<List<String>, ChildLaunch> launching) {
        this.launching = launching;
    }

    /// Answers the folder to import from. Throws ProblemException `python.packages-refused` with pip's own
    /// words, or DiskRefused.
    Path installed(PackageFiles packages) {
        Path target = packages.unpacked();
        if (Files.isDirectory(target)) {
            return target;
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Path named = target.resolveSibling(target.getFileName() + ".wheels");
        try {
            deleteAll(fresh);
            deleteAll(named);
            install(named(packages, named), fresh);
            force(fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            deleteAll(named);
            return target;
        } catch (IOException broken) {
            throw problem(broken, fresh);
        }
    }

    /// A full or broken disk is not the packages' fault, and what came of them takes no room on it.
    private static ProblemException problem(IOException broken, Path fresh) {
        String why = String.valueOf(broken.getMessage());
        try {
            deleteAll(fresh);
        } catch (IOException stays) {
            broken.addSuppressed(stays);
        }
        return broken instanceof FileSystemException || DISK.matcher(why).find()
                ? new DiskRefused(noRoom(why), broken)
                : new ProblemException(refused(why), broken);
    }

    /// pip believes what a wheel's name says of it.
    private static List<Path> named(PackageFiles packages, Path folder) throws IOException {
        Files.createDirectory(folder);
        var wheels = new ArrayList<Path>();
        for (LockedPackage one : packages.locked()) {
            wheels.add(Files.createSymbolicLink(folder.resolve(one.file()), packages.path(one)));
        }
        return wheels;
    }

    private void install(List<Path> wheels, Path into) throws IOException {
        var arguments = new ArrayList<>(PIP);
        arguments.add(into.toString());
        arguments.add("--");
        wheels.forEach(wheel -> arguments.add(wheel.toString()));
        Process pip = launching.apply(arguments).start();
        try (var out = pip.getInputStream();
                var words = pip.getErrorStream()) {
            Thread.ofVirtual().start(() -> discard(out));
            var said = CompletableFuture.supplyAsync(() -> read(words));
            if (!pip.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("it took more than " + LONGEST_MINUTES + " minutes");
            }
            if (pip.exitValue() != 0) {
                throw new IOException(said.join());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException("the node ends", hurry);
        } finally {
            pip.destroyForcibly();
        }
    }

    private static void discard(InputStream noise) {
        try {
            noise.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // there is no more of it
        }
    }

    private static String read(InputStream words) {
        try {
            String all = new String(words.readNBytes(MOST_WORDS), StandardCharsets.UTF_8).strip();
            discard(words);
            return all;
        } catch (IOException ended) {
            return "it ended";
        }
    }

    private static void force(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    private static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (var all = Files.walk(root)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.delete(one);
        }
    }

    private static Problem noRoom(String why) {
        return new Problem(
                "storage.unusable",
                "The node cannot install the packages of the release on its disk: " + why + ".",
                "Free some space on it; the node goes on by itself then.");
    }

    private static Problem refused(String why) {
        return new Problem(
                "python.packages-refused",
                "The packages of the release cannot be installed for this node's Python: " + why + ".",
                "Choose packages that fit it; it needs pip itself, for instance from apt-get install python3-pip.");
    }
}
