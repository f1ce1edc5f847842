// SPDX-License-Identifier: Apache-2.0
/// How what the compiler complains about could be mended.
@NullMarked
package dev.signalbox.authoring.fix;

import org.jspecify.annotations.NullMarked;
