// SPDX-License-Identifier: Apache-2.0
/// Where a person comes in who has no session: with an invitation, or with a password.
@NullMarked
package dev.signalbox.desktop.entrance;

import org.jspecify.annotations.NullMarked;
