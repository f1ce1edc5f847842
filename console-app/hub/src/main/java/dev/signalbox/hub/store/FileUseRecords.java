// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Collection;
import java.util.List;

/// Which uploaded files are payloads of messages that are kept, or of their chunks, and which are to be deleted.
public interface FileUseRecords {
    /// A file is the payload of a message.
    void add(String file, long channel, long key);

    /// Whether the uses of all messages are entered, also of those that were sorted before uses were.
    boolean areEntered();

    void setEntered();

    /// Whether a file is anybody's payload.
    boolean has(String file);

    /// A file that is to be deleted once nobody needs it.
    ///
    /// @param since what comes behind this place of the log does not need it
    /// @param going whether that is so already, and it is being deleted
    record Left(String file, LogPlace since, boolean going) {}

    /// A newer file took a file's place.
    void leave(String file, LogPlace since);

    /// Whether there are any that have no such place yet.
    boolean areUndated();

    /// Gives those whose last message was forgotten the place from which on nobody needs them.
    void date(LogPlace since);

    /// Those that are to be deleted and have their place, by name after one.
    List<Left> left(String after, int most);

    /// Decides that files are deleted, unless they are payloads; of these it is decided again once they are no more.
    void release(Collection<String> files);

    /// Whether a file is being deleted.
    boolean isGoing(String file);

    void deleted(Collection<String> files);
}
