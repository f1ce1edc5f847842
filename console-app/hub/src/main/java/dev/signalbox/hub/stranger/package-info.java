// SPDX-License-Identifier: Apache-2.0
/// Those at the HTTPS door who have not shown yet that they may come in.
@NullMarked
package dev.signalbox.hub.stranger;

import org.jspecify.annotations.NullMarked;
