package io.athanor.sql;

/** All parts of the compliance suite of the language. */
interface AllCompliance
        extends OperatorCompliance,
                QueryCompliance,
                JoinCompliance,
                GroupCompliance,
                ChangeCompliance,
                ExpressionTreeCompliance {}
