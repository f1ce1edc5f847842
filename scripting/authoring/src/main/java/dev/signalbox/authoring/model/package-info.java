// SPDX-License-Identifier: Apache-2.0
/// What the compiler knows of a source that is being typed: its trees, its types, and every type it could name.
@NullMarked
package dev.signalbox.authoring.model;

import org.jspecify.annotations.NullMarked;
