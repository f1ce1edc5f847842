// SPDX-License-Identifier: Apache-2.0
/// Services and their versions, as operators see and change them.
@NullMarked
package dev.signalbox.operator.service;

import org.jspecify.annotations.NullMarked;
