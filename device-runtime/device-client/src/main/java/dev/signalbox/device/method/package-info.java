// SPDX-License-Identifier: Apache-2.0
/// Direct methods: calls that a back end makes and waits for.
@NullMarked
package dev.signalbox.device.method;

import org.jspecify.annotations.NullMarked;
