// SPDX-License-Identifier: Apache-2.0
/// Brings compiled services to life, each in a class loader of its own.
@NullMarked
package dev.signalbox.engine.load;

import org.jspecify.annotations.NullMarked;
