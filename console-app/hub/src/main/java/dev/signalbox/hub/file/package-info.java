// SPDX-License-Identifier: Apache-2.0
/// Files that devices upload: streamed to the disk, under names that the hub chooses.
@NullMarked
package dev.signalbox.hub.file;

import org.jspecify.annotations.NullMarked;
