// SPDX-License-Identifier: Apache-2.0
/// Packages made by a test: jars with compiled classes, wheels, and folders that serve them.
@NullMarked
package dev.signalbox.testing.packages;

import org.jspecify.annotations.NullMarked;
