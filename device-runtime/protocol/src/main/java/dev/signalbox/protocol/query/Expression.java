// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

import java.util.List;

/// Something that has a value for each document: null, a truth value, a number, a text, an object, an array, or none
/// at all (undefined). A condition holds where the value is true.
public sealed interface Expression {
    /// The same value for every document.
    sealed interface Constant extends Expression {}

    record Text(String value) implements Constant {}

    /// Finite, and never minus zero.
    record Numeric(double value) implements Constant {
        public Numeric {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A number is finite");
            }
            value += 0.0;
        }
    }

    record Truth(boolean value) implements Constant {}

    record Null() implements Constant {}

    record Undefined() implements Constant {}

    /// The value at a path, undefined where there is none.
    record Reference(Path path) implements Expression {}

    /// Undefined unless both are numbers, and where the result is none, as after division by zero.
    record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {}

    /// Undefined if either is undefined, an object or an array. Values of two types are not equal, and in no order.
    record Comparison(Relation relation, Expression left, Expression right) implements Expression {}

    /// Whether the value equals one of the items; with `negated`, whether it is defined and equals none.
    record In(Expression value, List<Constant> items, boolean negated) implements Expression {
        public In {
            items = List.copyOf(items);
        }
    }

    /// False if one is false, else true if all are true, else undefined.
    record And(List<Expression> terms) implements Expression {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /// True if one is true, else false if all are false, else undefined.
    record Or(List<Expression> terms) implements Expression {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /// The other truth value; undefined for anything else.
    record Not(Expression term) implements Expression {}

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// What arithmetic does.
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED_BY("/"),
        MODULO("%");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /// How two values are compared. Texts are in the order of their code points; false comes before true.
    enum Relation {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /// The relation that holds of two comparable values when this one does not.
        public Relation opposite() {
            return switch (this) {
                case EQUAL -> NOT_EQUAL;
                case NOT_EQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }

        /// The relation of the right to the left.
        public Relation turned() {
            return switch (this) {
                case EQUAL, NOT_EQUAL -> this;
                case LESS -> MORE;
                case AT_MOST -> AT_LEAST;
                case MORE -> LESS;
                case AT_LEAST -> AT_MOST;
            };
        }
    }
}
