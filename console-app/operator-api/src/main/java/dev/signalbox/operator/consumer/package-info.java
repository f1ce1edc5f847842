// SPDX-License-Identifier: Apache-2.0
/// Programs that read streams, and the tokens that let them.
@NullMarked
package dev.signalbox.operator.consumer;

import org.jspecify.annotations.NullMarked;
