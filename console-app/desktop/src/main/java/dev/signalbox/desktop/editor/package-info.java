// SPDX-License-Identifier: Apache-2.0
/// The Services page: writing services, with colours, complaints while typing, versions and properties.
@NullMarked
package dev.signalbox.desktop.editor;

import org.jspecify.annotations.NullMarked;
