// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import dev.signalbox.protocol.report.StepReport;
import java.util.Arrays;
import java.util.Optional;

/// A method of every node that the hub calls for an operator. The answer has status 200 and what is
/// named here, or another status and a `report.Problem`.
public enum NodeMethod {
    /// Answers at once.
    PING("ping", Nothing.class, Pong.class),
    /// Ends the process, if something is there that starts it again.
    RESTART("restart", Nothing.class, Done.class),
    /// Has the node ask for its twin, and with it for its orders, and report itself anew.
    SYNC("sync", Nothing.class, Done.class),
    /// Has the node try again what keeps it from running what is assigned to it.
    CONVERGE("converge", Nothing.class, Done.class),
    /// Stops, starts or restarts a step.
    STEP("step", StepWish.class, StepReport.class),
    /// Hands a step a message for one of its methods.
    CALL("call", StepCall.class, Done.class),
    /// Shows what a wire carries.
    TAP("tap", TapQuestion.class, TapPage.class),
    /// Puts a message into a step's mailbox.
    INJECT("inject", Injection.class, Done.class),
    /// Says which lines the hub gets for a while.
    LOG_LEVEL("log-level", LogWish.class, Done.class),
    /// Reads the log that the node keeps itself.
    LOGS("logs", LogQuestion.class, LogPage.class);

    private static final String PREFIX = "signalbox.";

    private final String word;
    private final Class<? extends Record> question;
    private final Class<? extends Record> answer;

    NodeMethod(String word, Class<? extends Record> question, Class<? extends Record> answer) {
        this.word = word;
        this.question = question;
        this.answer = answer;
    }

    /// The method's name as it is called.
    public String wireName() {
        return PREFIX + word;
    }

    /// The name without what all of them begin with, as it stands in paths and on command lines.
    public String word() {
        return word;
    }

    /// What its payload is.
    public Class<? extends Record> question() {
        return question;
    }

    /// What it answers with status 200.
    public Class<? extends Record> answer() {
        return answer;
    }

    /// The method of that name; empty when it is none of these.
    public static Optional<NodeMethod> called(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(wireName))
                .findFirst();
    }

    /// The method of that word; empty when it is none of these.
    public static Optional<NodeMethod> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
