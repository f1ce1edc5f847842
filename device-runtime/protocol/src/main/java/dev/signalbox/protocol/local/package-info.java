// SPDX-License-Identifier: Apache-2.0
/// What programs on a machine and its node say to each other over a Unix socket, in iottly's words.
@NullMarked
package dev.signalbox.protocol.local;

import org.jspecify.annotations.NullMarked;
