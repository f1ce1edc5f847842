// SPDX-License-Identifier: Apache-2.0
/// What a device keeps on its disk: one database for messages out and in, and small files beside it.
@NullMarked
package dev.signalbox.device.storage;

import org.jspecify.annotations.NullMarked;
