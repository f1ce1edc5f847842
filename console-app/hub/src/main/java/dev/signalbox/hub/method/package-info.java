// SPDX-License-Identifier: Apache-2.0
/// Direct methods: one question to a connected device or module, and its answer.
@NullMarked
package dev.signalbox.hub.method;

import org.jspecify.annotations.NullMarked;
