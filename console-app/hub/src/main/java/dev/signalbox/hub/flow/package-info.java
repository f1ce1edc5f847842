// SPDX-License-Identifier: Apache-2.0
/// How steps are joined and where they run.
@NullMarked
package dev.signalbox.hub.flow;

import org.jspecify.annotations.NullMarked;
