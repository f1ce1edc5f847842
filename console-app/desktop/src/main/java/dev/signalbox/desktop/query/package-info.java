// SPDX-License-Identifier: Apache-2.0
/// One line in which a person writes a condition or a query, with colours, completion, complaints and a live count.
@NullMarked
package dev.signalbox.desktop.query;

import org.jspecify.annotations.NullMarked;
