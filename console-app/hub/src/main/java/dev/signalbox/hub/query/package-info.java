// SPDX-License-Identifier: Apache-2.0
/// Questions over all devices, answered page by page.
@NullMarked
package dev.signalbox.hub.query;

import org.jspecify.annotations.NullMarked;
