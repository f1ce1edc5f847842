// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes up what a disk may hold after a power cut between two moments at which it was synced.
///
/// What was synced is there. Of what was written since, any blocks of 512 bytes may be there and any may not, for a
/// disk writes in the order it likes; the last one may be torn; a file may have grown without its new content. One
/// order is kept: SQLite syncs the header of a log that it begins anew before it writes anything behind it.
public final class PowerCut {
    private static final int BLOCK = 512;
    private static final int LOG_HEADER = 32;
    private static final String LOG = "-wal";

    private final Image synced;
    private final Image next;
    private final RandomGenerator random;

    /// @param synced what is safe
    /// @param next the disk at the next sync
    public PowerCut(Image synced, Image next, RandomGenerator random) {
        this.synced = synced;
        this.next = next;
        this.random = random;
    }

    private record Block(String file, int from, int to) {}

    /// One of the many states, by chance.
    public Image state() {
        List<Block> changed = changed();
        List<Block> headers = changed.stream().filter(this::isLogHeader).toList();
        if (!headers.isEmpty() && random.nextInt(4) == 0) {
            return with(List.of(), headers.getFirst(), false);
        }
        changed.removeAll(headers);
        var written = new ArrayList<>(headers);
        boolean grown = random.nextBoolean();
        int upTo = random.nextInt(changed.size() + 1);
        if (random.nextBoolean()) {
            written.addAll(changed.subList(0, upTo));
            @Nullable Block torn = upTo < changed.size() && random.nextBoolean() ? changed.get(upTo) : null;
            return with(written, torn, grown);
        }
        changed.stream().filter(block -> random.nextBoolean()).forEach(written::add);
        return with(written, null, grown);
    }

    private boolean isLogHeader(Block block) {
        return block.file().endsWith(LOG) && block.from() == 0;
    }

    private List<Block> changed() {
        var changed = new ArrayList<Block>();
        for (String file : next.names()) {
            int from = 0;
            while (from < next.bytes(file).length) {
                int to = from == 0 && file.endsWith(LOG) ? LOG_HEADER : (from / BLOCK + 1) * BLOCK;
                var block = new Block(file, from, Math.min(to, next.bytes(file).length));
                if (!Arrays.equals(part(synced, block), part(next, block))) {
                    changed.add(block);
                }
                from = block.to();
            }
        }
        return changed;
    }

    private static byte[] part(Image image, Block block) {
        byte[] bytes = image.bytes(block.file());
        return block.from() > bytes.length
                ? new byte[0]
                : Arrays.copyOfRange(bytes, block.from(), Math.min(block.to(), bytes.length));
    }

    private Image with(List<Block> written, @Nullable Block torn, boolean grown) {
        var files = new TreeMap<String, byte[]>();
        for (String file : next.names()) {
            int length = Math.max(synced.bytes(file).length, grown ? next.bytes(file).length : 0);
            files.put(file, Arrays.copyOf(synced.bytes(file), length));
        }
        written.forEach(block -> write(files, block, block.to()));
        if (torn != null) {
            write(files, torn, torn.from() + random.nextInt(torn.to() - torn.from()));
        }
        return new Image(files);
    }

    private void write(Map<String, byte[]> files, Block block, int to) {
        byte[] old = files.getOrDefault(block.file(), new byte[0]);
        byte[] bytes = to > old.length ? Arrays.copyOf(old, to) : old;
        System.arraycopy(next.bytes(block.file()), block.from(), bytes, block.from(), to - block.from());
        files.put(block.file(), bytes);
    }

    /// What was synced, with one bit of one file turned over by age or rays.
    public static Image flipped(Image synced, RandomGenerator random) {
        var files = new TreeMap<String, byte[]>();
        synced.names().forEach(name -> files.put(name, synced.bytes(name).clone()));
        List<byte[]> full =
                files.values().stream().filter(bytes -> bytes.length > 0).toList();
        byte[] bytes = full.get(random.nextInt(full.size()));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return new Image(files);
    }
}
