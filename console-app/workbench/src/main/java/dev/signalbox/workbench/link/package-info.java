// SPDX-License-Identifier: Apache-2.0
/// The HTTPS link to a hub: pinned certificate, bearer, problems instead of statuses.
@NullMarked
package dev.signalbox.workbench.link;

import org.jspecify.annotations.NullMarked;
