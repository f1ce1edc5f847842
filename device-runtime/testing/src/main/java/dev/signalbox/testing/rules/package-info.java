// SPDX-License-Identifier: Apache-2.0
/// The architecture rules that hold in every module, each with its reason.
@NullMarked
package dev.signalbox.testing.rules;

import org.jspecify.annotations.NullMarked;
