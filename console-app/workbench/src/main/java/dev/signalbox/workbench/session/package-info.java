// SPDX-License-Identifier: Apache-2.0
/// An operator's session with one hub, and the keys it signs with.
@NullMarked
package dev.signalbox.workbench.session;

import org.jspecify.annotations.NullMarked;
