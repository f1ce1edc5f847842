// SPDX-License-Identifier: Apache-2.0
/// What devices send, appended to files that are never changed again.
@NullMarked
package dev.signalbox.hub.store.log;

import org.jspecify.annotations.NullMarked;
