// SPDX-License-Identifier: Apache-2.0
/// What must survive a restart: an interface per noun, joined in transactions.
@NullMarked
package dev.signalbox.hub.store;

import org.jspecify.annotations.NullMarked;
