// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.operator.node.FileView;
import dev.signalbox.protocol.codec.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds a device's uploads by name: `names/{digest of the name}/` holds an empty file for each, called as its order.
/// One may be there whose upload is not.
final class Names {
    private static final Object FILLING = new Object();
    private static final String FOLDER = "names";

    private final Path device;

    /// @param device the folder of a device
    Names(Path device) {
        this.device = device;
    }

    /// Makes the folder for uploads that came before there was one.
    ///
    /// @param before reads all of the device
    void ensure(Before before) throws IOException {
        if (Files.isDirectory(folder())) {
            return;
        }
        synchronized (FILLING) {
            if (!Files.isDirectory(folder()) && Files.exists(device)) {
                fill(before.all());
            }
        }
    }

    /// All uploads of a device.
    interface Before {
        List<FileView> all() throws IOException;
    }

    private void fill(List<FileView> before) throws IOException {
        Path fresh = device.resolve(FOLDER + ".new");
        Folders.delete(fresh);
        Files.createDirectory(fresh);
        Map<String, Long> numbers = new HashMap<>();
        for (FileView file :
                before.stream().sorted(Comparator.comparing(FileView::uploaded)).toList()) {
            long number = numbers.merge(file.name(), 1L, Long::sum);
            note(fresh.resolve(key(file.name())), new Order(LogPlace.START, number, file.id()));
        }
        Files.move(fresh, folder(), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(device);
    }

    /// The newest first.
    List<Order> of(String name) throws IOException {
        try (var all = Files.list(folder().resolve(key(name)))) {
            return all.map(Order::read)
                    .flatMap(Optional::stream)
                    .sorted(Order.NEWEST_FIRST)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (UncheckedIOException refused) {
            throw refused.getCause();
        }
    }

    void add(String name, Order order) throws IOException {
        note(folder().resolve(key(name)), order);
        Folders.force(folder());
    }

    void remove(String name, Order order) throws IOException {
        Files.deleteIfExists(folder().resolve(key(name)).resolve(order.fileName()));
    }

    private static void note(Path name, Order order) throws IOException {
        Files.createDirectories(name);
        try {
            Files.createFile(name.resolve(order.fileName()));
        } catch (FileAlreadyExistsException again) {
            return;
        }
        Folders.force(name);
    }

    private Path folder() {
        return device.resolve(FOLDER);
    }

    private static String key(String name) {
        return Digests.of(name).hex();
    }
}
