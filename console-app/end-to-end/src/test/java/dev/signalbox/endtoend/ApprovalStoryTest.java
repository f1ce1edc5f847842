// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two operators, a real hub and a real node that wants both signatures.
class ApprovalStoryTest {
    private static final Assignment NORTH = Assignment.toTag("site", "north");

    @TempDir
    Path folder;

    @Test
    void aNodeRunsWhatBothSignedAndGoesOnWhenOneOfThemGoes() throws Exception {
        try (var site = new Site(folder)) {
            var owner = site.workbench("console");
            var story = new Story(owner);
            site.addNode(owner, "press-01", Map.of("site", "north"));
            try (var anna = colleague(owner);
                    var log = new LogBook(owner)) {
                owner.trust().believe("anna", anna.operators().me().publicKey().orElseThrow());
                owner.trust().setSignatures(2);
                story.write("Hello", Story.greeting("Hello", "signed by both"));
                story.assign("boiler", NORTH, "Hello");
                Proposal proposal = anna.approvals().propose(anna.releases().plan(), "", Optional.empty());
                site.killAndRestartHub();
                assertThat(log.all()).noneMatch(event -> event.line().text().equals("signed by both"));
                Proposal seen = owner.approvals().list().getFirst();
                assertThat(seen).isEqualTo(proposal);
                assertThat(owner.approvals().approve(seen).release()).isPresent();
                log.await("press-01", "signed by both");

                owner.trust().setSignatures(1);
                owner.trust().forget("anna");
                owner.operators().remove("anna");
                story.change("Hello", Story.greeting("Hello", "signed by one"));
                story.release("second");
                log.await("press-01", "signed by one");
            }
        }
    }

    private Workbench colleague(Workbench owner) {
        OperatorMade made =
                owner.operators().make(new NewOperator("anna", OperatorKind.PERSON, Role.OPERATOR, Optional.empty()));
        Invitation invitation = Invitation.read(owner.operators().invitation(made));
        return Workbench.join(invitation, folder.resolve("anna"), "correct horse battery staple");
    }
}
