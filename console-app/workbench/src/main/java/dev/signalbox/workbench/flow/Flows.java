// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.release.SecretReference;
import java.util.List;

/// The workspace's flows and the secrets their steps refer to. All calls ask the hub and wait for it; what goes wrong
/// is a ProblemException.
public interface Flows {
    List<Flow> list();

    Flow open(String name);

    /// Makes an empty flow.
    Flow create(String name, String description);

    /// Stores the flow; the answer has the etag for the next save. Fails if someone else saved it meanwhile.
    Flow save(Flow flow);

    void delete(String name);

    /// Names of the flows that are disabled.
    List<String> disabled();

    /// Has a flow's steps run or not run on all nodes, until it is said otherwise. Answers the names
    /// of all flows that are disabled then.
    List<String> enable(String name, boolean on);

    /// Hands a secret's value to the hub, which never gives it back to operators.
    SecretReference putSecret(String id, String value);
}
