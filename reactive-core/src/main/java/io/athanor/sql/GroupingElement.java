package io.athanor.sql;

/** What can stand in GROUP BY: an expression, or several groupings at once. */
public sealed interface GroupingElement extends SqlNode permits Expression, GroupingSets {}
