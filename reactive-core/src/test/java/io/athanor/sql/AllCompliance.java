package io.athanor.sql;

/** All parts of the compliance suite of the language. */
interface AllCompliance
        extends OperatorCompliance,
                QueryCompliance,
                OrderCompliance,
                JoinCompliance,
                GroupCompliance,
                ChangeCompliance,
                ExpressionTreeCompliance {}
