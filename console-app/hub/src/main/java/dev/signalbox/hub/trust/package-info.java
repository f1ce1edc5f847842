// SPDX-License-Identifier: Apache-2.0
/// Whose signatures this workspace believes.
@NullMarked
package dev.signalbox.hub.trust;

import org.jspecify.annotations.NullMarked;
