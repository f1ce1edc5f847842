// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What takes the place of a twin's tags or desired properties; a part that is not given stays as it is.
public record TwinChange(Optional<ObjectNode> tags, Optional<ObjectNode> desired) {}
