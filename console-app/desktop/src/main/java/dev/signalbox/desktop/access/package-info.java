// SPDX-License-Identifier: Apache-2.0
/// What lets others in: shared access policies for back ends, and authorities that sign devices' certificates.
@NullMarked
package dev.signalbox.desktop.access;

import org.jspecify.annotations.NullMarked;
