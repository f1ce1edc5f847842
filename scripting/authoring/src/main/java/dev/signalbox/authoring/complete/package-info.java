// SPDX-License-Identifier: Apache-2.0
/// What an author could write where the caret stands.
@NullMarked
package dev.signalbox.authoring.complete;

import org.jspecify.annotations.NullMarked;
