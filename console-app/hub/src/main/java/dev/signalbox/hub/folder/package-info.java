// SPDX-License-Identifier: Apache-2.0
/// The hub's data folder: private, and used by one hub at a time.
@NullMarked
package dev.signalbox.hub.folder;

import org.jspecify.annotations.NullMarked;
