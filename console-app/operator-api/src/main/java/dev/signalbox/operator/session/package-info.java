// SPDX-License-Identifier: Apache-2.0
/// Signing in, and where the hub is.
@NullMarked
package dev.signalbox.operator.session;

import org.jspecify.annotations.NullMarked;
