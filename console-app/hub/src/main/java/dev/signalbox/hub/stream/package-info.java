// SPDX-License-Identifier: Apache-2.0
/// Where devices' messages belong: streams with rules, batches, and reading what came by number.
@NullMarked
package dev.signalbox.hub.stream;

import org.jspecify.annotations.NullMarked;
