// SPDX-License-Identifier: Apache-2.0
/// How the words are written and read: JSON, property bags, topics, SAS, signatures.
@NullMarked
package dev.signalbox.protocol.codec;

import org.jspecify.annotations.NullMarked;
