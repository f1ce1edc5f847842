// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.operator.operator.NeededRight;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorView;
import java.util.List;

/// Who may manage the workspace. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Operators {
    /// By name.
    List<OperatorView> list();

    /// The operator of this session, as of now.
    OperatorView me();

    /// Lets somebody in. The answer alone tells the secret.
    OperatorMade make(NewOperator wanted);

    /// What to give to a person whom `make` or `renew` let in: it says where the hub is, too.
    String invitation(OperatorMade made);

    OperatorView change(String name, OperatorChange change);

    void remove(String name);

    /// Ends what lets an operator in, and makes another invitation or token.
    OperatorMade renew(String name);

    /// Sets the password of this session's operator, and ends his other sessions.
    void setPassword(NewPassword password);

    /// Says that this session's operator signs with the key of this console from now on. It counts once the first owner
    /// trusts it.
    OperatorView useThisKey();

    /// Ends this session.
    void signOut();

    /// What each path of the hub needs.
    List<NeededRight> rights();
}
