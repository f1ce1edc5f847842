// SPDX-License-Identifier: Apache-2.0
/// Files and folders that tests make and remove.
@NullMarked
package dev.signalbox.testing.file;

import org.jspecify.annotations.NullMarked;
